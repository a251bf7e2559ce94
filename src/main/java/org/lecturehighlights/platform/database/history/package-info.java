/**
 * What Flyway's history table says about a database, the rows that we add to it, and the lock that
 * Flyway and we share.
 */
@NullMarked
package org.lecturehighlights.platform.database.history;

import org.jspecify.annotations.NullMarked;
