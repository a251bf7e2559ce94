@NullMarked
package org.lecturehighlights.engine.run;

import org.jspecify.annotations.NullMarked;
