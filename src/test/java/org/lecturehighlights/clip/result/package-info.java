/** Tests of the results over HTTP. */
@NullMarked
package org.lecturehighlights.clip.result;

import org.jspecify.annotations.NullMarked;
