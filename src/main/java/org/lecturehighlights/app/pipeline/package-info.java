/**
 * The stages of a lecture: what each does, in which order, and what it tells the next. They run
 * without database and storage; {@code durable} makes work of the engine of them.
 */
@NullMarked
package org.lecturehighlights.app.pipeline;

import org.jspecify.annotations.NullMarked;
