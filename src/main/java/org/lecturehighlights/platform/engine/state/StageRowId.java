package org.lecturehighlights.platform.engine.state;

import java.io.Serializable;

/** The key of {@link StageRow}. */
record StageRowId(String jobId, String stage) implements Serializable {}
