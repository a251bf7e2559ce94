package org.lecturehighlights.platform.storage;

import java.time.Instant;

/**
 * What is known about an object without reading its bytes.
 *
 * @param size in bytes
 * @param lastModified when it was last written
 */
public record StoredObject(long size, Instant lastModified) {}
