package org.lecturehighlights.service.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.content.StoredContentSegment;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.StoredSilenceRegion;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.job.Job;

/**
 * Reads the results of the caller's jobs. Every method throws {@code JOB_NOT_FOUND} for a job that
 * is not the caller's and {@code JOB_NOT_COMPLETED} for one that has no results yet.
 */
@ApplicationScoped
class ResultService {
  private final ResultAccess access;
  private final ClipService clips;
  private final TranscriptService transcripts;
  private final SilenceService silences;
  private final ContentService content;
  private final LayoutService layouts;

  ResultService(
      ResultAccess access,
      ClipService clips,
      TranscriptService transcripts,
      SilenceService silences,
      ContentService content,
      LayoutService layouts) {
    this.access = access;
    this.clips = clips;
    this.transcripts = transcripts;
    this.silences = silences;
    this.content = content;
    this.layouts = layouts;
  }

  @Transactional
  Results results(String jobId) {
    Job job = access.completed(jobId);
    return new Results(job, clips.find(jobId), transcripts.find(jobId), layouts.find(jobId));
  }

  /** {@code TRANSCRIPT_NOT_FOUND} if the lecture has no transcript. */
  @Transactional
  TranscriptFiles transcriptFiles(String jobId) {
    Job job = access.completed(jobId);
    List<StoredSegment> segments = transcripts.find(jobId);
    if (segments.isEmpty()) {
      throw noTranscript();
    }
    return new TranscriptFiles(job, segments);
  }

  @Transactional
  List<StoredSegment> transcript(String jobId) {
    access.completed(jobId);
    return transcripts.find(jobId);
  }

  @Transactional
  List<StoredSilenceRegion> silences(String jobId) {
    access.completed(jobId);
    return silences.find(jobId);
  }

  @Transactional
  List<StoredContentSegment> content(String jobId) {
    access.completed(jobId);
    return content.find(jobId);
  }

  /** {@code LAYOUT_ANALYSIS_NOT_FOUND} if the job's picture was not analysed. */
  @Transactional
  StoredLayout layout(String jobId) {
    access.completed(jobId);
    return layouts
        .find(jobId)
        .orElseThrow(() ->
            Problem.of(
                ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND,
                "This lecture's picture was not analysed, because its processing mode was audio."));
  }

  private static Problem noTranscript() {
    return Problem.of(
        ProblemKind.TRANSCRIPT_NOT_FOUND,
        "This lecture has no transcript: no speech was found in it, or none could be transcribed.");
  }
}
