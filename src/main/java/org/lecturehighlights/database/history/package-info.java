/**
 * What Flyway's history table says about a database, the rows that we add to it, and the lock that
 * Flyway and we share. Imports {@code problem} and the scripts.
 */
@NullMarked
package org.lecturehighlights.database.history;

import org.jspecify.annotations.NullMarked;
