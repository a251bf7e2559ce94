/**
 * The request of a lecturer and its state: the job, its audit log and its progress events. Declares
 * what it needs of results ({@link org.lecturehighlights.job.rest.JobOutputs}). Imports {@code
 * engine}, {@code security}, {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.job;

import org.jspecify.annotations.NullMarked;
