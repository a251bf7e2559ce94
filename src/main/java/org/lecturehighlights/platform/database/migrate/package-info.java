/**
 * Brings a schema from one version to another: upwards with Flyway, downwards with our own runner,
 * because Flyway Community cannot undo migrations.
 */
@NullMarked
package org.lecturehighlights.platform.database.migrate;

import org.jspecify.annotations.NullMarked;
