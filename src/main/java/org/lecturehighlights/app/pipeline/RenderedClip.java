package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;

/**
 * A cut with its files.
 *
 * @param order 1 for the first
 * @param subtitles or empty without a transcript
 * @param source the picture of the lecture that it was cut from
 */
public record RenderedClip(
    int order,
    Cut cut,
    Path video,
    Path thumbnail,
    Optional<Subtitles> subtitles,
    Optional<VideoStream> source) {

  /** What cut lists need to know about the source, as JSON values. */
  public Map<String, Object> sourceFacts() {
    return source
        .<Map<String, Object>>map(picture ->
            Map.of(
                "source",
                Map.of(
                    "frames_per_second", picture.framesPerSecond(),
                    "width", picture.width(),
                    "height", picture.height())))
        .orElse(Map.of());
  }

  /** The same subtitles in all formats. */
  public record Subtitles(Map<CaptionFormat, Path> files) {
    public Path file(CaptionFormat format) {
      return Objects.requireNonNull(files.get(format));
    }
  }
}
