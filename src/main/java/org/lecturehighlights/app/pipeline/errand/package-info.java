/** What is done again on single clips of completed jobs. */
@NullMarked
package org.lecturehighlights.app.pipeline.task;

import org.jspecify.annotations.NullMarked;
