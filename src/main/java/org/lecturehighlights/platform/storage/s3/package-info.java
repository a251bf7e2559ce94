/** Objects in a bucket. No other package knows Amazon's SDK. */
@NullMarked
package org.lecturehighlights.platform.storage.s3;

import org.jspecify.annotations.NullMarked;
