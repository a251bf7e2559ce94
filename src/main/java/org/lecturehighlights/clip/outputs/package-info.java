/**
 * What the room {@code job} asks of results: the pictures of jobs, and all objects that leave
 * storage with one. Imports {@code clip}, {@code job} and {@code storage}.
 */
@NullMarked
package org.lecturehighlights.clip.outputs;

import org.jspecify.annotations.NullMarked;
