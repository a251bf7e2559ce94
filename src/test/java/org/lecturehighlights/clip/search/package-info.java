@NullMarked
package org.lecturehighlights.clip.search;

import org.jspecify.annotations.NullMarked;
