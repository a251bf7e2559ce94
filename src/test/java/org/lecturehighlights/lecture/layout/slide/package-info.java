@NullMarked
package org.lecturehighlights.lecture.layout.slide;

import org.jspecify.annotations.NullMarked;
