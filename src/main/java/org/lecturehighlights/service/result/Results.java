package org.lecturehighlights.service.result;

import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.service.clip.StoredClip;
import org.lecturehighlights.service.job.JobDetails;

/** What a completed job gave. */
record Results(
    JobDetails job,
    List<StoredClip> clips,
    List<TranscriptSegment> transcript,
    Optional<StoredLayout> layout) {}
