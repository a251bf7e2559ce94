/**
 * Verbs that change the schema, its history or the scripts. Imports {@code database} and {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.cli.db.change;

import org.jspecify.annotations.NullMarked;
