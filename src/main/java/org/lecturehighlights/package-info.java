/** The entry of the application; each package below is a room. */
@NullMarked
package org.lecturehighlights;

import org.jspecify.annotations.NullMarked;
