/**
 * The stages of a lecture as durable work of the engine: what they find is read from and written to
 * database and storage.
 */
@NullMarked
package org.lecturehighlights.app.pipeline.durable;

import org.jspecify.annotations.NullMarked;
