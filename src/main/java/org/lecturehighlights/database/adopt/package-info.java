/**
 * Takes over a database that the predecessor made. Imports {@code problem} and the other parts of
 * the database room.
 */
@NullMarked
package org.lecturehighlights.database.adopt;

import org.jspecify.annotations.NullMarked;
