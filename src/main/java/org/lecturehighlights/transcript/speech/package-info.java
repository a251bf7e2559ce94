/**
 * A client of OpenAI-compatible speech endpoints, the only one in the project. Imports {@code
 * transcript}, {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.transcript.speech;

import org.jspecify.annotations.NullMarked;
