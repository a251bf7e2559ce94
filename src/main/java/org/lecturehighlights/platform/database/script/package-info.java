/**
 * The scripts that make the schema and undo it, found through an index, because a native image
 * cannot list its resources.
 */
@NullMarked
package org.lecturehighlights.platform.database.script;

import org.jspecify.annotations.NullMarked;
