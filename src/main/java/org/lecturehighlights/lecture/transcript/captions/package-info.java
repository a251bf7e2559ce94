/** Captions read and written, and sentences made of cues and words. */
@NullMarked
package org.lecturehighlights.lecture.transcript.captions;

import org.jspecify.annotations.NullMarked;
