@NullMarked
package org.lecturehighlights.engine;

import org.jspecify.annotations.NullMarked;
