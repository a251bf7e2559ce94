@NullMarked
package org.lecturehighlights.app.pipeline.durable;

import org.jspecify.annotations.NullMarked;
