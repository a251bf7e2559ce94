/** One message to one receiver: where it may go, its signature and the request. */
@NullMarked
package org.lecturehighlights.service.webhook.send;

import org.jspecify.annotations.NullMarked;
