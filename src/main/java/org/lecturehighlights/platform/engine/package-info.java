/**
 * Durable work over db-scheduler: submit, claim, fence, heartbeat, retry, cancel. Knows stages and
 * lanes, but neither jobs nor video; the owner of the work is told through {@link
 * org.lecturehighlights.platform.engine.JobLifecycle}.
 */
@NullMarked
package org.lecturehighlights.platform.engine;

import org.jspecify.annotations.NullMarked;
