/** Tests of webhooks. */
@NullMarked
package org.lecturehighlights.webhook;

import org.jspecify.annotations.NullMarked;
