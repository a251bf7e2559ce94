/**
 * Durable work over db-scheduler: submit, claim, fence, heartbeat, retry, cancel. Knows stages,
 * tasks and lanes, but nothing of a job except its id, and nothing of video. The owner of the jobs
 * is told about them through {@link org.lecturehighlights.platform.engine.JobLifecycle}.
 */
@NullMarked
package org.lecturehighlights.platform.engine;

import org.jspecify.annotations.NullMarked;
