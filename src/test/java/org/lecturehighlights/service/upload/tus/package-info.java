@NullMarked
package org.lecturehighlights.service.upload.tus;

import org.jspecify.annotations.NullMarked;
