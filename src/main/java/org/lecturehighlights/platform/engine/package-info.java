/**
 * Durable work over db-scheduler: submit, claim, fence, heartbeat, retry, cancel. Knows stages,
 * tasks and lanes, but of a job no more than its id, and nothing of video; the owner of the jobs is
 * told through {@link org.lecturehighlights.platform.engine.JobLifecycle}.
 */
@NullMarked
package org.lecturehighlights.platform.engine;

import org.jspecify.annotations.NullMarked;
