/** Tests of the streams of progress. */
@NullMarked
package org.lecturehighlights.job.stream;

import org.jspecify.annotations.NullMarked;
