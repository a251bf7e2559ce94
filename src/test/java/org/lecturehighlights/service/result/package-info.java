/** Tests of the results over HTTP. */
@NullMarked
package org.lecturehighlights.service.result;

import org.jspecify.annotations.NullMarked;
