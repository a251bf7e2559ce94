/**
 * A PostgreSQL that comes with the application, for development and single machines: started if no
 * database is configured, and kept in the data directory. Only {@link
 * org.lecturehighlights.platform.database.embedded.ZonkyServer} uses the library that contains the
 * binaries.
 */
@NullMarked
package org.lecturehighlights.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
