/** Tests of the rules for migrations. */
@NullMarked
package org.lecturehighlights.platform.database.lint;

import org.jspecify.annotations.NullMarked;
