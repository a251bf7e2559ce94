package org.lecturehighlights.service.clip.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.ManualCut;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.StoredSilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.Job;

/** Recuts clips by the rules of their job, using the results of the analyses. */
@ApplicationScoped
class ManualCuts {
  /** Used if the lecture was never probed; rendering stops at the end of the lecture anyway. */
  private static final Duration UNKNOWN_DURATION = Duration.ofDays(30);

  private final TranscriptService transcripts;
  private final SilenceService silences;

  ManualCuts(TranscriptService transcripts, SilenceService silences) {
    this.transcripts = transcripts;
    this.silences = silences;
  }

  /**
   * @param before the clip's current or pending cut
   * @throws Problem {@code CUT_NOT_ALLOWED}, which says what is allowed
   */
  Cut cut(Job job, Cut before, double start, double end) {
    if (end <= start) {
      throw refused("end_time", "The end must be after the start.");
    }
    Span span = Span.ofSeconds(start, end);
    return switch (rules(job).cut(span)) {
      case ManualCut.Result.Allowed cut -> before.recut(span, cut.kept(), cut.proof());
      case ManualCut.Result.Refused no ->
          throw refused(no.atStart() ? "start_time" : "end_time", no.why());
    };
  }

  private ManualCut rules(Job job) {
    List<SilenceRegion> quiet =
        silences.find(job.jobId()).stream()
            .map(StoredSilenceRegion::region)
            .filter(region -> region.kind() == SilenceRegion.Kind.AUDIO_SILENCE)
            .toList();
    return new ManualCut(
        job.videoDuration() == null ? UNKNOWN_DURATION : Seconds.toDuration(job.videoDuration()),
        transcripts.transcript(job.jobId()),
        quiet,
        new ClipRules(
            1,
            Seconds.toDuration(job.config().shortestClipSeconds()),
            Seconds.toDuration(job.config().longestClipSeconds())));
  }

  private static Problem refused(String field, String why) {
    return Problem.ofField(ProblemKind.CUT_NOT_ALLOWED, field, why);
  }
}
