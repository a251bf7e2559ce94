/**
 * Objects in a folder or in S3, and work directories. Its sub-rooms {@code folder} and {@code s3}
 * implement the one interface, {@code boot} chooses between them.
 */
@NullMarked
package org.lecturehighlights.platform.storage;

import org.jspecify.annotations.NullMarked;
