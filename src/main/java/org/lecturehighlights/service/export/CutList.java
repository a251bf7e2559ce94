package org.lecturehighlights.service.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.lecture.timeline.FrameRate;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.job.Job;

/**
 * The frames of a lecture that its clips play.
 *
 * @param width of the lecture's picture in pixels, or 0 if unknown
 * @param length duration of the lecture in frames
 */
record CutList(
    String lecture, FrameRate rate, int width, int height, long length, List<ClipParts> clips) {

  /** A clip with the parts that it plays, ordered by start. */
  record ClipParts(String title, List<Part> parts) {
    long length() {
      return parts.stream().mapToLong(Part::length).sum();
    }
  }

  /** A range of the lecture's frames; {@code to} is the frame after the last one. */
  record Part(long from, long to) {
    long length() {
      return to - from;
    }
  }

  static CutList of(Job job, List<Clip> clips) {
    Map<?, ?> source =
        clips.stream()
            .map(clip -> clip.cut().extra().get("source"))
            .<Map<?, ?>>mapMulti((facts, next) -> {
              if (facts instanceof Map<?, ?> map) {
                next.accept(map);
              }
            })
            .findFirst()
            .orElse(Map.of());
    FrameRate rate = EditorFrameRate.of(number(source, "frames_per_second"));
    List<ClipParts> cut =
        clips.stream()
            .map(Clip::cut)
            .map(one -> new ClipParts(one.title(), parts(one.played(), rate)))
            .toList();
    long known =
        job.videoDuration() == null ? 0 : rate.frameAt(Seconds.toDuration(job.videoDuration()));
    long used =
        cut.stream().flatMap(clip -> clip.parts().stream()).mapToLong(Part::to).max().orElse(1);
    return new CutList(
        job.filename(),
        rate,
        (int) number(source, "width"),
        (int) number(source, "height"),
        Math.max(known, used),
        cut);
  }

  private static List<Part> parts(List<Span> kept, FrameRate rate) {
    List<Part> parts = new ArrayList<>();
    for (Span span : kept) {
      long from = rate.frameAt(span.start());
      long to = rate.frameAt(span.end());
      // A part shorter than a frame cannot be shown.
      if (to > from) {
        parts.add(new Part(from, to));
      }
    }
    return parts;
  }

  private static double number(Map<?, ?> facts, String name) {
    return facts.get(name) instanceof Number number ? number.doubleValue() : 0;
  }
}
