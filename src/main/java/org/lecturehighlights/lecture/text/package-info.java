/**
 * Words, keyphrases and the phrases that open, close and stress a passage; knows text alone,
 * neither times nor transcripts.
 */
@NullMarked
package org.lecturehighlights.lecture.text;

import org.jspecify.annotations.NullMarked;
