/**
 * The commands that manage the schema, with Alembic's names, output and exit codes. They only
 * translate between the command line and the room {@code database}.
 */
@NullMarked
package org.lecturehighlights.app.cli.db;

import org.jspecify.annotations.NullMarked;
