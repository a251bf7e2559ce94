/**
 * Bytes in: lectures and their captions, in one request or step by step, checked before any work is
 * queued. Imports {@code storage}, {@code job}, {@code media}, {@code security} and {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.upload;

import org.jspecify.annotations.NullMarked;
