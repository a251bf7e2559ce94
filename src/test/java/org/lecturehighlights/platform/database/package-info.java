/** Tests of the database room, and the PostgreSQL that all tests share. */
@NullMarked
package org.lecturehighlights.platform.database;

import org.jspecify.annotations.NullMarked;
