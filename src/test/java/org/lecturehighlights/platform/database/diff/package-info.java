/** Tests of generated migrations against a real PostgreSQL. */
@NullMarked
package org.lecturehighlights.platform.database.diff;

import org.jspecify.annotations.NullMarked;
