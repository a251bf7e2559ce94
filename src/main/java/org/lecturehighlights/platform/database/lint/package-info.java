/** What in a migration locks, fails or breaks a running installation. */
@NullMarked
package org.lecturehighlights.platform.database.lint;

import org.jspecify.annotations.NullMarked;
