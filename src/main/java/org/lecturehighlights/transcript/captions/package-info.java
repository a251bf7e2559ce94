/**
 * Captions read and written, and sentences made of cues and words. Imports {@code transcript} and
 * {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.transcript.captions;

import org.jspecify.annotations.NullMarked;
