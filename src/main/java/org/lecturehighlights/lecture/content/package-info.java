/** What the lecture is about: topics with importance and keywords. */
@NullMarked
package org.lecturehighlights.lecture.content;

import org.jspecify.annotations.NullMarked;
