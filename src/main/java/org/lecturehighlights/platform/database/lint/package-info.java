/** Finds statements in migrations that lock, fail or break a running installation. */
@NullMarked
package org.lecturehighlights.platform.database.lint;

import org.jspecify.annotations.NullMarked;
