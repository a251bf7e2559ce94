package org.lecturehighlights.service.clip;

import java.io.Serializable;

/** The key of {@link RunnerUpRow}. */
record RunnerUpId(String jobId, Integer number) implements Serializable {}
