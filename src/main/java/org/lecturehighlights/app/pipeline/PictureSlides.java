package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.layout.slide.Slide;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.render.StillRenderer;
import org.lecturehighlights.platform.problem.Problem;

/** Makes small pictures of the slides. */
final class PictureSlides {
  /**
   * A picture takes half a second on a busy machine, and films that play on slides make very many
   * of them.
   */
  private static final int MOST = 200;

  /** Large enough to tell slides apart. */
  private static final int WIDEST = 480;

  private final StillRenderer stills;

  PictureSlides(Ffmpeg ffmpeg) {
    this.stills = new StillRenderer(ffmpeg);
  }

  /**
   * Writes {@code slide_0001.jpg} and so on, whole slides before new bullets if there are too many.
   *
   * @return the files by the numbers of their slides; a slide whose picture cannot be read has none
   */
  Map<Integer, Path> render(
      Recording recording, List<Slide> slides, Path directory, DoubleConsumer progress)
      throws InterruptedException {
    Map<Integer, Path> pictures = new TreeMap<>();
    if (slides.isEmpty()) {
      return pictures;
    }
    Path lecture = recording.original();
    MediaInfo info = recording.info();
    List<Slide> wanted =
        slides.stream()
            .sorted(Comparator.comparing((Slide slide) -> slide.kind() == ScreenChange.Kind.BULLET))
            .limit(MOST)
            .toList();
    int done = 0;
    for (Slide slide : wanted) {
      Path picture = directory.resolve("slide_%04d.jpg".formatted(slide.number()));
      if (render(lecture, info, slide, picture)) {
        pictures.put(slide.number(), picture);
      }
      done++;
      progress.accept((double) done / wanted.size());
    }
    return pictures;
  }

  /** A missing picture is no reason to fail the lecture. */
  private boolean render(Path lecture, MediaInfo info, Slide slide, Path picture)
      throws InterruptedException {
    Region screen = slide.screen();
    StillRenderer.Part part =
        new StillRenderer.Part(screen.x(), screen.y(), screen.width(), screen.height());
    try {
      return stills.renderStill(lecture, info, slide.moment(), part, WIDEST, picture);
    } catch (Problem unreadable) {
      return false;
    }
  }
}
