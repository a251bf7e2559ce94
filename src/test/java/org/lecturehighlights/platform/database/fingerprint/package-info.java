/** Tests of fingerprints on schemas that differ in one object. */
@NullMarked
package org.lecturehighlights.platform.database.fingerprint;

import org.jspecify.annotations.NullMarked;
