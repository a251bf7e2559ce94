/**
 * What in a migration locks, fails or breaks a running installation. Imports {@code statement} and
 * {@code script}.
 */
@NullMarked
package org.lecturehighlights.database.lint;

import org.jspecify.annotations.NullMarked;
