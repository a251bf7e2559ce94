/**
 * Notifies other systems when jobs end: webhooks by owner, and signed messages in the Standard
 * Webhooks format that are retried for up to a day.
 */
@NullMarked
package org.lecturehighlights.service.webhook;

import org.jspecify.annotations.NullMarked;
