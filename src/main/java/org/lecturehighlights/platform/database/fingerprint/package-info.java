/**
 * Schemas as text: taken from a live database, recorded for every version under {@code db/schema},
 * and compared.
 */
@NullMarked
package org.lecturehighlights.platform.database.fingerprint;

import org.jspecify.annotations.NullMarked;
