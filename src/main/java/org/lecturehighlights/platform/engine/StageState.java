package org.lecturehighlights.platform.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a stage of a job.
 *
 * @param status as in the table: waiting, ready, running, done, failed, poisoned or cancelled
 * @param attempt how often it was started
 * @param progress the fraction of the last attempt that is done, 0 to 1
 * @param startedAt when the last attempt began
 */
public record StageState(
    String stage,
    String status,
    int attempt,
    double progress,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> errorCode,
    Optional<String> errorMessage) {}
