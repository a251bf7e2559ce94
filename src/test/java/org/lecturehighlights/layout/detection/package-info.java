/** Tests of the detection of layouts. */
@NullMarked
package org.lecturehighlights.layout.detection;

import org.jspecify.annotations.NullMarked;
