/**
 * Durable work on one piece of a work that has ended: asked for in a transaction, fenced, retried,
 * and replaced by what is asked for later. Imports {@code engine}'s vocabulary, its {@code ledger}
 * for queues and pauses, and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.engine.errand;

import org.jspecify.annotations.NullMarked;
