/** Verbs that only look at the schema. Imports {@code database} and {@code problem}. */
@NullMarked
package org.lecturehighlights.cli.db.read;

import org.jspecify.annotations.NullMarked;
