@NullMarked
package org.lecturehighlights.clip.look;

import org.jspecify.annotations.NullMarked;
