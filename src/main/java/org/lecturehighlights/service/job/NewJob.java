package org.lecturehighlights.service.job;

import java.util.Optional;

/**
 * A job to be created.
 *
 * @param jobId from {@link JobIds#next}
 * @param fileSize bytes, as declared or as received
 * @param lectureKey storage key of the recording, whether or not it has been uploaded yet
 * @param captionsKey storage key of the lecture's caption file
 */
public record NewJob(
    String jobId,
    String filename,
    long fileSize,
    String contentType,
    String lectureKey,
    Optional<String> captionsKey,
    ProcessingConfig config) {}
