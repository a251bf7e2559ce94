/** Tests of the division of scripts. */
@NullMarked
package org.lecturehighlights.database.statement;

import org.jspecify.annotations.NullMarked;
