package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.Warning;

/** What the stages of one lecture found, in memory. */
final class ExtractedFindings implements Findings {
  private final ClipRules rules;
  private final Map<Recording.Part, Path> files;
  private final MediaProbe probe;
  private final List<Warning> warnings = new ArrayList<>();
  private Recording recording;
  private StageResult.@Nullable SilenceDetected silence;
  private StageResult.@Nullable Transcribed transcribed;
  private StageResult.@Nullable LayoutAnalyzed layout;
  private StageResult.@Nullable ContentAnalyzed content;
  private StageResult.@Nullable HighlightsSelected selected;
  private StageResult.@Nullable ClipsCompiled compiled;

  /**
   * @param files the lecture, and captions if they came with it
   */
  ExtractedFindings(ClipRules rules, Map<Recording.Part, Path> files, MediaProbe probe) {
    this.rules = rules;
    this.files = new EnumMap<>(files);
    this.probe = probe;
    this.recording = recording(Optional.empty());
  }

  /**
   * Remembers what a stage found.
   *
   * @throws Problem if it could not be done now, because nobody retries it here
   */
  void keep(StageResult result) {
    switch (result) {
      case StageResult.Initialized found -> {
        files.putAll(found.files());
        recording = recording(Optional.of(found.facts()));
      }
      case StageResult.SilenceDetected found -> silence = found;
      case StageResult.Transcribed found -> transcribed = found;
      case StageResult.LayoutAnalyzed found -> layout = found;
      case StageResult.ContentAnalyzed found -> content = found;
      case StageResult.HighlightsSelected found -> selected = found;
      case StageResult.ClipsCompiled found -> compiled = found;
      case StageResult.Later later -> throw later.problem();
    }
    warnings.addAll(result.warnings());
  }

  LectureResult result(List<LectureResult.Timing> timings) {
    return new LectureResult(
        recording.duration(),
        transcript(),
        allSilences(),
        layout(),
        topics(),
        highlights(),
        found(compiled).clips(),
        warnings,
        timings);
  }

  @Override
  public ClipRules rules() {
    return rules;
  }

  @Override
  public boolean isForPlayer() {
    return false;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public List<SilenceRegion> audioSilences() {
    return found(silence).silence().regions();
  }

  @Override
  public Transcript transcript() {
    return found(transcribed).transcript();
  }

  @Override
  public LayoutAnalysis layout() {
    return found(layout).layout();
  }

  @Override
  public List<ContentSegment> topics() {
    return found(content).topics();
  }

  @Override
  public Highlights highlights() {
    return found(selected).highlights();
  }

  private List<SilenceRegion> allSilences() {
    return Stream.concat(audioSilences().stream(), found(layout).blankScreens().stream())
        .sorted((a, b) -> a.span().compareTo(b.span()))
        .toList();
  }

  private Recording recording(Optional<Recording.Facts> facts) {
    Map<Recording.Part, Supplier<Path>> local =
        files.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, file -> file::getValue));
    return new Recording(facts, local, probe);
  }

  private static <T> T found(@Nullable T result) {
    if (result == null) {
      throw new IllegalStateException("a stage asks for findings that it does not need");
    }
    return result;
  }
}
