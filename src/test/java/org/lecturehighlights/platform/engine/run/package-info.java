@NullMarked
package org.lecturehighlights.platform.engine.run;

import org.jspecify.annotations.NullMarked;
