@NullMarked
package org.lecturehighlights.upload.tus;

import org.jspecify.annotations.NullMarked;
