/**
 * The stages of a lecture: what each does, in which order, and what it hands to the next. They run
 * without database and storage; {@code durable} turns them into work of the engine.
 */
@NullMarked
package org.lecturehighlights.app.pipeline;

import org.jspecify.annotations.NullMarked;
