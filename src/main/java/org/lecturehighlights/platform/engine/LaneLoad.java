package org.lecturehighlights.platform.engine;

import java.time.Duration;

/**
 * How busy a lane is, over all workers.
 *
 * @param due stages and tasks that could run now if a thread were free
 * @param running those that a worker has taken
 * @param oldestWait how long the oldest due one has waited; zero if none is due
 */
public record LaneLoad(Lane lane, long due, long running, Duration oldestWait) {}
