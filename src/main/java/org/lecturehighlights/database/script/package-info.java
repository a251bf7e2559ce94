/**
 * The scripts that make the schema and undo it: found through an index, since a native image cannot
 * list its resources. Imports {@code problem} and {@code statement}.
 */
@NullMarked
package org.lecturehighlights.database.script;

import org.jspecify.annotations.NullMarked;
