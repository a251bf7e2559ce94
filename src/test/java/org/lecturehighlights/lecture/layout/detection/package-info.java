/** Tests of the detection of layouts. */
@NullMarked
package org.lecturehighlights.lecture.layout.detection;

import org.jspecify.annotations.NullMarked;
