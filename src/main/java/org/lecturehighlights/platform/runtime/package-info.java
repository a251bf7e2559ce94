/** What every process needs and no room owns: the roles it may play and the work it repeats. */
@NullMarked
package org.lecturehighlights.platform.runtime;

import org.jspecify.annotations.NullMarked;
