/**
 * The only place that runs a process: {@code launch} finds, confines and starts ffmpeg; here it is
 * told what to do, watched and ended. Imports {@code problem}.
 */
@NullMarked
package org.lecturehighlights.media.process;

import org.jspecify.annotations.NullMarked;
