/** Tests of the streams of progress. */
@NullMarked
package org.lecturehighlights.service.job.stream;

import org.jspecify.annotations.NullMarked;
