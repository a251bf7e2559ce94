/**
 * Brings a schema from one version to another: upwards through Flyway, downwards by our own runner,
 * since the community's Flyway undoes nothing. Imports {@code problem} and the other parts of the
 * database room.
 */
@NullMarked
package org.lecturehighlights.database.migrate;

import org.jspecify.annotations.NullMarked;
