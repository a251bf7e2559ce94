@NullMarked
package org.lecturehighlights.app.pipeline;

import org.jspecify.annotations.NullMarked;
