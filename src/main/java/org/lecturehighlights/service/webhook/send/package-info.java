/** Sends one message to one receiver: the allowed destinations, the signature and the request. */
@NullMarked
package org.lecturehighlights.service.webhook.send;

import org.jspecify.annotations.NullMarked;
