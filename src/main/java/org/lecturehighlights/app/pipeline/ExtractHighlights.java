package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.platform.storage.WorkDirectory;

/** Runs all stages on one file in one process: no database, no storage, no engine. */
public final class ExtractHighlights {
  private final LectureTools tools;
  private final Clock clock;

  public ExtractHighlights(LectureTools tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  /** Called with each stage as it begins, and with the fraction of it that is done. */
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
      Map<Recording.Part, Path> files = new EnumMap<>(Recording.Part.class);
      files.put(Recording.Part.ORIGINAL, lecture);
      if (webVtt.isPresent()) {
        Path captions = work.path().resolve("uploaded.vtt");
        files.put(Recording.Part.CAPTIONS, Files.writeString(captions, webVtt.get()));
      }
      ExtractedFindings findings = new ExtractedFindings(rules, files, tools.probe());
      List<LectureResult.Timing> timings = new ArrayList<>();
      for (LectureStage stage : LectureStage.values()) {
        listener.at(stage, 0);
        Instant start = clock.instant();
        Path directory = stage == LectureStage.COMPILATION ? output : work.path();
        findings.keep(
            stage.work(tools).run(findings, directory, fraction -> listener.at(stage, fraction)));
        timings.add(new LectureResult.Timing(stage, Duration.between(start, clock.instant())));
        listener.at(stage, 1);
      }
      return findings.result(timings);
    }
  }
}
