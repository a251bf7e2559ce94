package org.lecturehighlights.service.result.player;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.layout.slide.Slide;
import org.lecturehighlights.lecture.layout.slide.SlidePictureService;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.silence.waveform.WaveformService;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.job.Job;

/**
 * Reads the data that frontends draw for the caller's jobs. Every method throws {@code
 * JOB_NOT_FOUND} for a job that is not the caller's and {@code JOB_NOT_COMPLETED} for one that has
 * no results yet. All data is in the database, so that it outlives the stored recording and is
 * deleted with the job.
 */
@ApplicationScoped
class LookService {
  private final ResultAccess access;
  private final WaveformService waveforms;
  private final LayoutService layouts;
  private final SlidePictureService pictures;

  LookService(
      ResultAccess access,
      WaveformService waveforms,
      LayoutService layouts,
      SlidePictureService pictures) {
    this.access = access;
    this.waveforms = waveforms;
    this.layouts = layouts;
    this.pictures = pictures;
  }

  /**
   * The slides of a lecture.
   *
   * @param pictures storage keys by slide number
   */
  record Slides(Job job, Duration length, List<Slide> slides, Map<Integer, String> pictures) {}

  /** The layout analysis of a lecture and the lecture's duration. */
  record Timeline(Duration length, LayoutAnalysis layout) {}

  /** {@code WAVEFORM_NOT_FOUND} if the lecture has no sound. */
  @Transactional
  Waveform waveform(String jobId) {
    access.completed(jobId);
    return waveforms
        .find(jobId)
        .orElseThrow(() ->
            Problem.of(
                ProblemKind.WAVEFORM_NOT_FOUND,
                "The lecture has no sound, or it was processed by a version that stored no"
                    + " waveforms; upload it again to get one."));
  }

  /** {@code LAYOUT_ANALYSIS_NOT_FOUND} if the job's picture was not analysed. */
  @Transactional
  Slides slides(String jobId) {
    Job job = access.completed(jobId);
    Timeline analysed = analysed(job);
    return new Slides(
        job,
        analysed.length(),
        Slide.of(analysed.layout(), analysed.length()),
        pictures.find(jobId));
  }

  /** {@code LAYOUT_ANALYSIS_NOT_FOUND} if the job's picture was not analysed. */
  @Transactional
  Timeline timeline(String jobId) {
    return analysed(access.completed(jobId));
  }

  private Timeline analysed(Job job) {
    LayoutAnalysis layout =
        layouts
            .find(job.jobId())
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND,
                    "This lecture's picture was not analysed, because its processing mode was"
                        + " audio."))
            .layout();
    Double declared = job.videoDuration();
    Duration length =
        declared != null
            ? Seconds.toDuration(declared)
            : layout.timeline().isEmpty()
                ? Duration.ZERO
                : layout.timeline().getLast().span().end();
    return new Timeline(length, layout);
  }
}
