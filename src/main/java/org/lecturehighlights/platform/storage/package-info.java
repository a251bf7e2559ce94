/**
 * Objects in a folder or in S3, and work directories. Its sub-packages {@code folder} and {@code
 * s3} implement one interface; {@code boot} chooses between them.
 */
@NullMarked
package org.lecturehighlights.platform.storage;

import org.jspecify.annotations.NullMarked;
