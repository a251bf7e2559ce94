@NullMarked
package org.lecturehighlights.platform.runtime;

import org.jspecify.annotations.NullMarked;
