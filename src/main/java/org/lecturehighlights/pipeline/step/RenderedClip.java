package org.lecturehighlights.pipeline.step;

import java.nio.file.Path;
import java.util.Optional;
import org.lecturehighlights.highlight.ChosenClip;

/**
 * The files of a clip.
 *
 * @param order 1 for the first
 * @param subtitles WebVTT and SubRip, or empty without a transcript
 */
public record RenderedClip(
    int order, ChosenClip clip, Path video, Path thumbnail, Optional<Subtitles> subtitles) {

  /** The same subtitles in both formats. */
  public record Subtitles(Path webVtt, Path subRip) {}
}
