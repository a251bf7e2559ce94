/**
 * A PostgreSQL that comes with the application, for development and single machines: started where
 * no database is configured, kept under the data directory. {@link
 * org.lecturehighlights.platform.database.embedded.ZonkyServer} alone touches the library that
 * carries the binaries.
 */
@NullMarked
package org.lecturehighlights.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
