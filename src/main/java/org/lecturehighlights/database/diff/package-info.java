/**
 * New migrations from the difference between the scripts and the entities, and the checks that none
 * is missing. For development and CI: it needs pgCodeKeeper, which no package carries. Imports
 * {@code problem}, the room itself and its {@code statement}, {@code script}, {@code history} and
 * {@code fingerprint}.
 */
@NullMarked
package org.lecturehighlights.database.diff;

import org.jspecify.annotations.NullMarked;
