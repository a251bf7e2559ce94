/** What is done again on single clips of completed jobs. */
@NullMarked
package org.lecturehighlights.app.pipeline.errand;

import org.jspecify.annotations.NullMarked;
