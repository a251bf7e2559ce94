/** Tests of the division of scripts. */
@NullMarked
package org.lecturehighlights.platform.database.statement;

import org.jspecify.annotations.NullMarked;
