/** What a lecture must be before work is queued for it: its name, its type, its bytes. */
@NullMarked
package org.lecturehighlights.service.upload.check;

import org.jspecify.annotations.NullMarked;
