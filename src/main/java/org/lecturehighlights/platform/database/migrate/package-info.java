/**
 * Brings a schema from one version to another: upwards through Flyway, downwards by our own runner,
 * since the community's Flyway undoes nothing.
 */
@NullMarked
package org.lecturehighlights.platform.database.migrate;

import org.jspecify.annotations.NullMarked;
