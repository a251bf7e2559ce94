/** The entry point of the application. Each package below is a room. */
@NullMarked
package org.lecturehighlights;

import org.jspecify.annotations.NullMarked;
