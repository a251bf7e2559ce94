/** Tests of captions and sentences. */
@NullMarked
package org.lecturehighlights.lecture.transcript.captions;

import org.jspecify.annotations.NullMarked;
