/**
 * What was said and when: from captions or from a speech endpoint. Imports {@code media}, {@code
 * problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.transcript;

import org.jspecify.annotations.NullMarked;
