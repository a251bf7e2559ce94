package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.app.pipeline.step.Recording;
import org.lecturehighlights.app.pipeline.step.RenderedClip;
import org.lecturehighlights.app.pipeline.step.TranscribeLecture;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.HighlightSelector;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.highlight.LectureFacts;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.storage.WorkDirectory;

/** The whole order on one file in one process: no database, no storage, no engine. */
public final class ExtractHighlights {
  private final LectureTools tools;
  private final Clock clock;

  public ExtractHighlights(LectureTools tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  /** Takes each stage as it begins and its done fraction. */
  @FunctionalInterface
  public interface Listener {
    void at(LectureStage stage, double fraction);
  }

  /**
   * Does the whole job.
   *
   * @param webVtt captions that came with the lecture
   * @param output for the clips' files; exists
   */
  public LectureResult run(
      Path lecture, Optional<String> webVtt, ClipRules rules, Path output, Listener listener)
      throws InterruptedException, IOException {
    try (WorkDirectory work = WorkDirectory.under(Path.of(System.getProperty("java.io.tmpdir")))) {
      return run(lecture, webVtt, rules, work.path(), output, listener);
    }
  }

  private LectureResult run(
      Path lecture,
      Optional<String> webVtt,
      ClipRules rules,
      Path work,
      Path output,
      Listener listener)
      throws InterruptedException, IOException {
    Stages stages = new Stages(listener);
    List<Notice> notices = new ArrayList<>();
    Recording recording =
        stages.run(LectureStage.INITIALIZING, at -> tools.initialize().run(lecture, work, at));
    notices.addAll(Notice.of(recording));
    SilenceAnalysis silence =
        stages.run(LectureStage.SILENCE_DETECTION, at -> tools.silence().run(recording));
    Notice.of(silence.outcome()).ifPresent(notices::add);
    Transcript transcript =
        stages.run(
            LectureStage.TRANSCRIPTION,
            at -> words(tools.transcribe().run(lecture, webVtt, recording), notices));
    LayoutAnalysis layout =
        stages.run(LectureStage.LAYOUT_ANALYSIS, at -> tools.layout().run(recording, at));
    notices.addAll(Notice.of(layout));
    List<ContentSegment> topics =
        stages.run(
            LectureStage.CONTENT_ANALYSIS,
            at ->
                tools
                    .content()
                    .analyze(
                        transcript,
                        silence.regions(),
                        layout,
                        recording.duration(),
                        OptionalInt.empty()));
    LectureFacts facts =
        new LectureFacts(recording.duration(), transcript, silence.regions(), layout, topics);
    Highlights highlights =
        stages.run(LectureStage.SEGMENTATION, at -> new HighlightSelector().choose(facts, rules));
    notices.addAll(Notice.of(highlights, rules));
    List<RenderedClip> rendered =
        stages.run(
            LectureStage.COMPILATION,
            at ->
                tools
                    .render()
                    .run(
                        lecture, recording.loudness(), highlights.clips(), transcript, output, at));
    return new LectureResult(
        recording.duration(),
        transcript,
        allSilences(silence, layout),
        layout,
        topics,
        highlights,
        rendered,
        notices,
        stages.timings);
  }

  private static Transcript words(TranscribeLecture.Result result, List<Notice> notices) {
    return switch (result) {
      case TranscribeLecture.Result.Found found -> {
        notices.addAll(found.notices());
        yield found.transcript();
      }
      case TranscribeLecture.Result.Later later -> throw later.busy().problem();
    };
  }

  private static List<SilenceRegion> allSilences(SilenceAnalysis silence, LayoutAnalysis layout) {
    return Stream.concat(silence.regions().stream(), BlankScreens.of(layout).stream())
        .sorted((a, b) -> a.span().compareTo(b.span()))
        .toList();
  }

  /** A stage that may fail with a {@link Problem}. */
  @FunctionalInterface
  private interface Work<T> {
    T run(DoubleConsumer progress) throws InterruptedException, IOException;
  }

  private final class Stages {
    private final Listener listener;
    private final List<LectureResult.Timing> timings = new ArrayList<>();

    Stages(Listener listener) {
      this.listener = listener;
    }

    <T> T run(LectureStage stage, Work<T> work) throws InterruptedException, IOException {
      listener.at(stage, 0);
      Instant start = clock.instant();
      T result = work.run(fraction -> listener.at(stage, fraction));
      timings.add(new LectureResult.Timing(stage, Duration.between(start, clock.instant())));
      listener.at(stage, 1);
      return result;
    }
  }
}
