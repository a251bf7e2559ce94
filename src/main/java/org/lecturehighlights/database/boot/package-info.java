/**
 * What a start does to the schema, and whether the application is ready for its requests. Imports
 * {@code problem} and the other parts of the database room.
 */
@NullMarked
package org.lecturehighlights.database.boot;

import org.jspecify.annotations.NullMarked;
