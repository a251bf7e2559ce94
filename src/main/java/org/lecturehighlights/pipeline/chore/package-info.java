/** What is tidied up every now and then. */
@NullMarked
package org.lecturehighlights.pipeline.chore;

import org.jspecify.annotations.NullMarked;
