/**
 * Generates migrations from the difference between the scripts and the entities, and checks that
 * none is missing. For development and CI: it needs pgCodeKeeper, which no package contains.
 */
@NullMarked
package org.lecturehighlights.platform.database.diff;

import org.jspecify.annotations.NullMarked;
