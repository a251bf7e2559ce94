/**
 * The database's life cycle: where it is ({@code DATABASE_URL} or an embedded PostgreSQL), whether
 * a start migrates it, and its migrations. Imports {@code problem} alone and no feature.
 */
@NullMarked
package org.lecturehighlights.database;

import org.jspecify.annotations.NullMarked;
