/**
 * The only place that knows the order of stages. Here the stages as pure steps from file to record,
 * which run without database and storage; {@code stage} makes durable steps of the engine of them.
 * May import every room but {@code upload}.
 */
@NullMarked
package org.lecturehighlights.pipeline;

import org.jspecify.annotations.NullMarked;
