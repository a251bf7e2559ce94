package org.lecturehighlights.platform.engine;

import java.util.OptionalInt;

/**
 * How far a job is.
 *
 * @param stage the stage to name to a reader: the first running one in the graph's order
 * @param percent 0 to 100 over all stages, by weight
 * @param etaSeconds estimated from the speed so far, if possible
 */
public record JobProgress(String stage, double percent, OptionalInt etaSeconds) {}
