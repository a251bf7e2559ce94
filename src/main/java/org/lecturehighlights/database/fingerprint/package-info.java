/**
 * What a schema looks like, as text: taken from a live database, kept for every version under
 * {@code db/schema}, and compared. Imports {@code problem} alone.
 */
@NullMarked
package org.lecturehighlights.database.fingerprint;

import org.jspecify.annotations.NullMarked;
