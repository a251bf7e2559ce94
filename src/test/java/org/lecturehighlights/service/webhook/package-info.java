/** Tests of webhooks. */
@NullMarked
package org.lecturehighlights.service.webhook;

import org.jspecify.annotations.NullMarked;
