/**
 * Durable work on one piece of a job that has ended, such as one clip: requested in a transaction,
 * fenced, retried, and replaced by later requests.
 */
@NullMarked
package org.lecturehighlights.platform.engine.task;

import org.jspecify.annotations.NullMarked;
