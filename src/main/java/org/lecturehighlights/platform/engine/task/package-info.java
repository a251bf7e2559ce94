/**
 * Durable work on one piece of a job that has ended, such as one clip: asked for in a transaction,
 * fenced, retried, and replaced by what is asked for later.
 */
@NullMarked
package org.lecturehighlights.platform.engine.task;

import org.jspecify.annotations.NullMarked;
