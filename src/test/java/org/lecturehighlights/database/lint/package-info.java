/** Tests of the rules for migrations. */
@NullMarked
package org.lecturehighlights.database.lint;

import org.jspecify.annotations.NullMarked;
