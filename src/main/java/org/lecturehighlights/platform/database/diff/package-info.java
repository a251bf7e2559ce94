/**
 * New migrations from the difference between the scripts and the entities, and the checks that none
 * is missing. For development and CI: it needs pgCodeKeeper, which no package carries.
 */
@NullMarked
package org.lecturehighlights.platform.database.diff;

import org.jspecify.annotations.NullMarked;
