/** Tests against a real S3 server in the same process. */
@NullMarked
package org.lecturehighlights.platform.storage.s3;

import org.jspecify.annotations.NullMarked;
