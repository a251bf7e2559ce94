package org.lecturehighlights.engine.errand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.DoubleConsumer;

/**
 * One attempt at an errand.
 *
 * @param subject the piece that is worked on
 * @param revision rises with every request for this subject
 * @param attempt the fence; rises with every attempt at any revision, and outputs belong under a
 *     place that carries it
 * @param wanted what was asked for
 * @param progress takes the done fraction, 0 to 1; for now nobody looks at it
 */
public record ErrandRun(
    String workId,
    String subject,
    String kind,
    int revision,
    int attempt,
    JsonNode wanted,
    DoubleConsumer progress) {}
