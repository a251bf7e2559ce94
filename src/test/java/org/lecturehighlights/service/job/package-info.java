@NullMarked
package org.lecturehighlights.service.job;

import org.jspecify.annotations.NullMarked;
