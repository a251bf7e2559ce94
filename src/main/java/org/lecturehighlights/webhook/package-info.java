/**
 * Tells other systems when jobs end: addresses by owner, signed messages after the Standard
 * Webhooks form, delivered until they arrive or a day is over. Imports {@code job} (whose ends it
 * observes), {@code engine} (a chore), {@code security} and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.webhook;

import org.jspecify.annotations.NullMarked;
