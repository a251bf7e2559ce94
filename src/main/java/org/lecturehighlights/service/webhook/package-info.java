/**
 * Tells other systems when jobs end: addresses by owner, signed messages after the Standard
 * Webhooks form, delivered until they arrive or a day is over.
 */
@NullMarked
package org.lecturehighlights.service.webhook;

import org.jspecify.annotations.NullMarked;
