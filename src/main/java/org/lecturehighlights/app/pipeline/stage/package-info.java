/**
 * The stages as durable steps of the engine: each loads its inputs, runs the pure step, stores its
 * outputs under its own attempt, and hands its rows to the engine's transaction.
 */
@NullMarked
package org.lecturehighlights.app.pipeline.stage;

import org.jspecify.annotations.NullMarked;
