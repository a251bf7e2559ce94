/** Tests of captions and sentences. */
@NullMarked
package org.lecturehighlights.transcript.captions;

import org.jspecify.annotations.NullMarked;
