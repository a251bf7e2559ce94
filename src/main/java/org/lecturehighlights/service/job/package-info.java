/**
 * A lecturer's request and its state: the job, its audit log and its progress events. Declares what
 * it needs to know about results ({@link org.lecturehighlights.service.job.JobOutputs}).
 */
@NullMarked
package org.lecturehighlights.service.job;

import org.jspecify.annotations.NullMarked;
