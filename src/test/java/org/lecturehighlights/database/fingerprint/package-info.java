/** Tests of fingerprints on schemas that differ in one object. */
@NullMarked
package org.lecturehighlights.database.fingerprint;

import org.jspecify.annotations.NullMarked;
