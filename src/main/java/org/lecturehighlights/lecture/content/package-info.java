/** What the lecture is about: topics, scores and keywords. */
@NullMarked
package org.lecturehighlights.lecture.content;

import org.jspecify.annotations.NullMarked;
