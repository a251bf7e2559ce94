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
 * Reads what is drawn of the caller's jobs. Every method throws {@code JOB_NOT_FOUND} for a job
 * that is not the caller's and {@code JOB_NOT_COMPLETED} for one without results yet. All of it is
 * in the database, so that it outlives the bytes of the lecture and ends with the job.
 */
@ApplicationScoped
class LookService {
  private final ResultAccess own;
  private final WaveformService waveforms;
  private final LayoutService layouts;
  private final SlidePictureService pictures;

  LookService(
      ResultAccess own,
      WaveformService waveforms,
      LayoutService layouts,
      SlidePictureService pictures) {
    this.own = own;
    this.waveforms = waveforms;
    this.layouts = layouts;
    this.pictures = pictures;
  }

  /**
   * The slides of a lecture.
   *
   * @param pictures keys by the numbers of the slides
   */
  record Slides(Job job, Duration length, List<Slide> slides, Map<Integer, String> pictures) {}

  /** What is known of the picture of a lecture. */
  record Timeline(Duration length, LayoutAnalysis layout) {}

  /** {@code WAVEFORM_NOT_FOUND} for a job without sound. */
  @Transactional
  Waveform waveform(String jobId) {
    own.completed(jobId);
    return waveforms
        .find(jobId)
        .orElseThrow(() ->
            Problem.of(
                ProblemKind.WAVEFORM_NOT_FOUND,
                "The lecture has no sound, or was processed by a version that kept no waveforms;"
                    + " upload it again to get one."));
  }

  /** {@code LAYOUT_ANALYSIS_NOT_FOUND} for a job whose picture was not analysed. */
  @Transactional
  Slides slides(String jobId) {
    Job job = own.completed(jobId);
    Timeline seen = seen(job);
    return new Slides(
        job, seen.length(), Slide.of(seen.layout(), seen.length()), pictures.find(jobId));
  }

  /** {@code LAYOUT_ANALYSIS_NOT_FOUND} for a job whose picture was not analysed. */
  @Transactional
  Timeline timeline(String jobId) {
    return seen(own.completed(jobId));
  }

  private Timeline seen(Job job) {
    LayoutAnalysis layout =
        layouts
            .find(job.jobId())
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND,
                    "The picture of this lecture was not analysed; its processing mode was"
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
