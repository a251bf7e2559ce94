/** Tests of words, keyphrases and cue phrases. */
@NullMarked
package org.lecturehighlights.lecture.text;

import org.jspecify.annotations.NullMarked;
