/**
 * What the room {@code job} needs to know about results: the pictures of jobs, and all objects to
 * be removed with a job.
 */
@NullMarked
package org.lecturehighlights.service.clip.outputs;

import org.jspecify.annotations.NullMarked;
