package org.lecturehighlights.service.result;

import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.job.Job;

/** The results of a completed job. */
record Results(
    Job job, List<Clip> clips, List<StoredSegment> transcript, Optional<StoredLayout> layout) {}
