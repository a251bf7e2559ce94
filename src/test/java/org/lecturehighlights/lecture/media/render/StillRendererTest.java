package org.lecturehighlights.lecture.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.render.StillRenderer.Part;

class StillRendererTest {
  private static final Part WHOLE = new Part(0, 0, 640, 360);

  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();
  private Path lecture = Path.of("");

  @BeforeEach
  void write() throws Exception {
    lecture =
        LectureFixture.ofSeconds(20)
            .withoutCamera()
            .withSlides(10.0)
            .write(ffmpeg, directory.resolve("lecture.mp4"));
  }

  @Test
  void the_picture_is_that_of_the_moment() throws Exception {
    assertThat(difference(still(9.5, WHOLE, 640), still(9.9, WHOLE, 640))).isLessThan(2);
    assertThat(difference(still(9.9, WHOLE, 640), still(10.3, WHOLE, 640))).isGreaterThan(5);
  }

  @Test
  void a_part_is_cut_out_and_made_small() throws Exception {
    BufferedImage whole = still(5, WHOLE, 640);
    BufferedImage part = still(5, new Part(160, 90, 320, 180), 640);
    assertThat(part.getWidth()).isEqualTo(320);
    assertThat(part.getHeight()).isEqualTo(180);
    assertThat(difference(whole.getSubimage(160, 90, 320, 180), part)).isLessThan(4);
    assertThat(still(5, WHOLE, 160).getWidth()).isEqualTo(160);
  }

  @Test
  void what_is_no_part_of_the_picture_gives_the_whole() throws Exception {
    for (Part wrong :
        new Part[] {new Part(0, 0, 0, 0), new Part(-1, 0, 64, 36), new Part(600, 0, 64, 36)}) {
      assertThat(still(5, wrong, 640).getWidth()).as("%s", wrong).isEqualTo(640);
    }
  }

  private BufferedImage still(double second, Part part, int widest) throws Exception {
    Path picture = directory.resolve("still.jpg");
    MediaInfo info = new MediaProbe(ffmpeg).probe(lecture);
    assertThat(
            new StillRenderer(ffmpeg)
                .renderStill(
                    lecture,
                    info,
                    Duration.ofMillis(Math.round(second * 1000)),
                    part,
                    widest,
                    picture))
        .isTrue();
    return ImageIO.read(picture.toFile());
  }

  /** The mean over all pixels, of 255. */
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs((a.getRGB(x, y) & 0xff) - (b.getRGB(x, y) & 0xff));
      }
    }
    return sum / (a.getWidth() * a.getHeight());
  }
}
