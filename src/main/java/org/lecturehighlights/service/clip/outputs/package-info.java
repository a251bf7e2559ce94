/**
 * What the room {@code job} asks of results: the pictures of jobs, and all objects that leave
 * storage with one.
 */
@NullMarked
package org.lecturehighlights.service.clip.outputs;

import org.jspecify.annotations.NullMarked;
