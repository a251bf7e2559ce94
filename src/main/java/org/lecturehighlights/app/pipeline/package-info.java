/**
 * The only place that knows the order of stages; it runs without database and storage. {@code step}
 * holds the stages as pure steps, {@code stage} makes durable steps of the engine of them.
 */
@NullMarked
package org.lecturehighlights.app.pipeline;

import org.jspecify.annotations.NullMarked;
