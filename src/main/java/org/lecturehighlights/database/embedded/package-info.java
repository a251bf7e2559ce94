/**
 * A PostgreSQL that comes with the application, for development and single machines: started where
 * no database is configured, kept under the data directory. Imports {@code problem} alone; {@link
 * org.lecturehighlights.database.embedded.ZonkyServer} alone touches the library that carries the
 * binaries.
 */
@NullMarked
package org.lecturehighlights.database.embedded;

import org.jspecify.annotations.NullMarked;
