/** SQL scripts as lists of statements. Imports nothing of ours. */
@NullMarked
package org.lecturehighlights.database.statement;

import org.jspecify.annotations.NullMarked;
