/** A client of OpenAI-compatible speech services, the only one in the project. */
@NullMarked
package org.lecturehighlights.lecture.speech;

import org.jspecify.annotations.NullMarked;
