/**
 * The database's life cycle: where it is ({@code DATABASE_URL} or an embedded PostgreSQL), whether
 * a start migrates it, and its migrations.
 */
@NullMarked
package org.lecturehighlights.platform.database;

import org.jspecify.annotations.NullMarked;
