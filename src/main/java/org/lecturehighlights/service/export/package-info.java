/** A job's clips for other programs: cut lists for editors, and everything in one archive. */
@NullMarked
package org.lecturehighlights.service.export;

import org.jspecify.annotations.NullMarked;
