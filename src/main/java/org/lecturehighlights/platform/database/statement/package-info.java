/** SQL scripts as lists of statements. */
@NullMarked
package org.lecturehighlights.platform.database.statement;

import org.jspecify.annotations.NullMarked;
