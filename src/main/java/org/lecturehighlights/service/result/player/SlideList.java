package org.lecturehighlights.service.result.player;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.layout.slide.Slide;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.service.clip.ResultFile;

/** The slides of a lecture, ordered by start and without gaps. */
record SlideList(String jobId, double duration, List<SlideView> slides, int total) {

  /**
   * A slide; times are in seconds.
   *
   * @param kind new_slide or bullet
   * @param changed share of the screen's pixels that changed, 0 to 1
   * @param thumbnailUrl null if there is no picture, such as for lectures processed by earlier
   *     versions
   */
  record SlideView(
      int number,
      double startTime,
      double endTime,
      String kind,
      double changed,
      @Nullable String thumbnailUrl) {}

  static SlideList of(LookService.Slides found, Function<ResultFile, String> link) {
    String jobId = found.job().jobId();
    List<SlideView> slides =
        found.slides().stream()
            .map(slide -> {
              String key = found.pictures().get(slide.number());
              return view(
                  slide,
                  key == null ? null : link.apply(ResultFile.slide(jobId, slide.number(), key)));
            })
            .toList();
    return new SlideList(jobId, Seconds.of(found.length()), slides, slides.size());
  }

  private static SlideView view(Slide slide, @Nullable String thumbnailUrl) {
    return new SlideView(
        slide.number(),
        slide.span().startSeconds(),
        slide.span().endSeconds(),
        slide.kind().name().toLowerCase(Locale.ROOT),
        slide.changed(),
        thumbnailUrl);
  }
}
