@NullMarked
package org.lecturehighlights.platform.engine;

import org.jspecify.annotations.NullMarked;
