/**
 * One message to one receiver: where it may go, its signature and the request. Imports {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.webhook.send;

import org.jspecify.annotations.NullMarked;
