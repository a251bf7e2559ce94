/** What the verbs for the schema have in common. Imports {@code database} and {@code problem}. */
@NullMarked
package org.lecturehighlights.cli.db.verb;

import org.jspecify.annotations.NullMarked;
