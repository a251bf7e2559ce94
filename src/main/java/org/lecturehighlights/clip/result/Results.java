package org.lecturehighlights.clip.result;

import java.util.List;
import java.util.Optional;
import org.lecturehighlights.clip.StoredClip;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.layout.StoredLayout;
import org.lecturehighlights.transcript.TranscriptSegment;

/** What a completed job gave. */
record Results(
    JobDetails job,
    List<StoredClip> clips,
    List<TranscriptSegment> transcript,
    Optional<StoredLayout> layout) {}
