/** Objects in a bucket; the only place that knows Amazon's SDK. */
@NullMarked
package org.lecturehighlights.platform.storage.s3;

import org.jspecify.annotations.NullMarked;
