/** Metrics, traces and logs of a running application, and the files that read them. */
@NullMarked
package org.lecturehighlights.app.observability;

import org.jspecify.annotations.NullMarked;
