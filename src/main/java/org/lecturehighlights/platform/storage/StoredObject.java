package org.lecturehighlights.platform.storage;

import java.time.Instant;

/**
 * What is known of an object without its bytes.
 *
 * @param size in bytes
 * @param lastModified when it got its present bytes
 */
public record StoredObject(long size, Instant lastModified) {}
