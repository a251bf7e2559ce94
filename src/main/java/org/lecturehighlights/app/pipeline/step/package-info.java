/**
 * The stages as pure steps from file to record, which run without database and storage, and what
 * they tell the reader.
 */
@NullMarked
package org.lecturehighlights.app.pipeline.step;

import org.jspecify.annotations.NullMarked;
