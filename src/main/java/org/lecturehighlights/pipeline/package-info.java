/**
 * The only place that knows the order of stages; it runs without database and storage. {@code step}
 * holds the stages as pure steps, {@code stage} makes durable steps of the engine of them. May
 * import every room but {@code upload}.
 */
@NullMarked
package org.lecturehighlights.pipeline;

import org.jspecify.annotations.NullMarked;
