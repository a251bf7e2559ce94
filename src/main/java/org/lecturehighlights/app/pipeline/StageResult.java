package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.Warning;

/** How the work of a stage ended: one case for each stage, and {@link Later} for any. */
public sealed interface StageResult {
  /** What readers of the finished lecture should know. */
  default List<Warning> warnings() {
    return List.of();
  }

  /**
   * The lecture was probed and decoded.
   *
   * @param files what was made from it, in the work directory
   */
  record Initialized(Recording.Facts facts, Map<Recording.Part, Path> files, List<Warning> warnings)
      implements StageResult {
    public Initialized {
      files = Map.copyOf(files);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The sound was searched for pauses.
   *
   * @param waveform empty without a sound track, and if nobody will look at it
   */
  record SilenceDetected(
      SilenceAnalysis silence, Optional<Waveform> waveform, List<Warning> warnings)
      implements StageResult {
    public SilenceDetected {
      warnings = List.copyOf(warnings);
    }
  }

  record Transcribed(Transcript transcript, List<Warning> warnings) implements StageResult {
    public Transcribed {
      warnings = List.copyOf(warnings);
    }
  }

  record LayoutAnalyzed(LayoutAnalysis layout, List<Warning> warnings) implements StageResult {
    public LayoutAnalyzed {
      warnings = List.copyOf(warnings);
    }

    /** Blank screens are found with the layout and kept among the regions of silence. */
    public List<SilenceRegion> blankScreens() {
      return layout.blankScreens().stream()
          .map(span -> new SilenceRegion(span, SilenceRegion.Kind.BLANK_SCREEN, null))
          .toList();
    }
  }

  record ContentAnalyzed(List<ContentSegment> topics) implements StageResult {
    public ContentAnalyzed {
      topics = List.copyOf(topics);
    }
  }

  record HighlightsSelected(Highlights highlights, List<Warning> warnings) implements StageResult {
    public HighlightsSelected {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The clips were rendered.
   *
   * @param clips in the order of {@code Highlights.clips}
   * @param slides pictures by the numbers of their slides; not every slide has one
   */
  record ClipsCompiled(List<RenderedClip> clips, Map<Integer, Path> slides) implements StageResult {
    public ClipsCompiled {
      clips = List.copyOf(clips);
      slides = Map.copyOf(slides);
    }
  }

  /**
   * The work could not be done now; the same may succeed later.
   *
   * @param retryAfter the pause that the other side asked for
   */
  record Later(Problem problem, Optional<Duration> retryAfter) implements StageResult {}
}
