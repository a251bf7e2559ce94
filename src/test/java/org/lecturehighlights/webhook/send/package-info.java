/** Tests of webhooks' messages. */
@NullMarked
package org.lecturehighlights.webhook.send;

import org.jspecify.annotations.NullMarked;
