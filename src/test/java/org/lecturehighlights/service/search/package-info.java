@NullMarked
package org.lecturehighlights.service.search;

import org.jspecify.annotations.NullMarked;
