/**
 * Words, keyphrases and the phrases that open, close and stress a passage. Works on plain text,
 * without times or transcripts.
 */
@NullMarked
package org.lecturehighlights.lecture.text;

import org.jspecify.annotations.NullMarked;
