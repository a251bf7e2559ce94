/** How the bodies of requests are read: within limits of size, time and memory. */
@NullMarked
package org.lecturehighlights.platform.http.body;

import org.jspecify.annotations.NullMarked;
