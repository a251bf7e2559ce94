/**
 * What the lecture is about: topics, scores and keywords. Imports {@code transcript}, {@code
 * silence}, {@code layout} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.content;

import org.jspecify.annotations.NullMarked;
