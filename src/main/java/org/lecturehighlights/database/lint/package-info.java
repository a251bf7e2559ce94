/**
 * What in a migration locks, fails or breaks a running installation. Imports {@code statement}
 * alone.
 */
@NullMarked
package org.lecturehighlights.database.lint;

import org.jspecify.annotations.NullMarked;
