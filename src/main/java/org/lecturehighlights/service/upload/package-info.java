/**
 * Bytes in: lectures and their captions, in one request or step by step, checked before any work is
 * queued.
 */
@NullMarked
package org.lecturehighlights.service.upload;

import org.jspecify.annotations.NullMarked;
