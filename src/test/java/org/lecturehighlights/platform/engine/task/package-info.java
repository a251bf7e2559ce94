/** Tests of the package. */
@NullMarked
package org.lecturehighlights.platform.engine.task;

import org.jspecify.annotations.NullMarked;
