@NullMarked
package org.lecturehighlights.pipeline;

import org.jspecify.annotations.NullMarked;
