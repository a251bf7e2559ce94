@NullMarked
package org.lecturehighlights.layout.slide;

import org.jspecify.annotations.NullMarked;
