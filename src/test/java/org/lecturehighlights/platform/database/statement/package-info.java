/** Tests of splitting scripts into statements. */
@NullMarked
package org.lecturehighlights.platform.database.statement;

import org.jspecify.annotations.NullMarked;
