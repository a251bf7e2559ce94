/** Tests of the content room. */
@NullMarked
package org.lecturehighlights.content;

import org.jspecify.annotations.NullMarked;
