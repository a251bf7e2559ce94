@NullMarked
package org.lecturehighlights.pipeline.chore;

import org.jspecify.annotations.NullMarked;
