package org.lecturehighlights.service.job;

import java.util.Optional;

/**
 * A job to be written.
 *
 * @param jobId from {@link JobIds#next}
 * @param fileSize bytes, as declared or as received
 * @param lectureKey where the lecture's bytes are or will be
 * @param captionsKey where a caption file of the lecture is
 */
public record NewJob(
    String jobId,
    String filename,
    long fileSize,
    String contentType,
    String lectureKey,
    Optional<String> captionsKey,
    ProcessingConfig config) {}
