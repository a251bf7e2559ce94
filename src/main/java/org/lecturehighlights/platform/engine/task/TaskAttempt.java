package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One attempt at a task.
 *
 * @param subject what is worked on, such as a clip's id
 * @param revision rises with every request for this subject
 * @param attempt the fence; rises with every attempt at any revision, and outputs belong in a place
 *     whose name contains it
 * @param wanted what was asked for
 */
public record TaskAttempt(
    String jobId, String subject, String kind, int revision, int attempt, JsonNode wanted) {}
