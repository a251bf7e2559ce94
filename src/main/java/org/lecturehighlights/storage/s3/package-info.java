/**
 * Objects in a bucket; the only place that knows Amazon's SDK. Imports {@code storage} and {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.storage.s3;

import org.jspecify.annotations.NullMarked;
