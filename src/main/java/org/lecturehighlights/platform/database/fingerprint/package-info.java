/**
 * What a schema looks like, as text: taken from a live database, kept for every version under
 * {@code db/schema}, and compared.
 */
@NullMarked
package org.lecturehighlights.platform.database.fingerprint;

import org.jspecify.annotations.NullMarked;
