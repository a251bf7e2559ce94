/** Tests of webhooks' messages. */
@NullMarked
package org.lecturehighlights.service.webhook.send;

import org.jspecify.annotations.NullMarked;
