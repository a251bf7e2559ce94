@NullMarked
package org.lecturehighlights.platform.engine.state;

import org.jspecify.annotations.NullMarked;
