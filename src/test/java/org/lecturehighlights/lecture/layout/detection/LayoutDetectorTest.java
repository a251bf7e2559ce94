package org.lecturehighlights.lecture.layout.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange.Kind;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.decode.DecodedLecture;
import org.lecturehighlights.lecture.media.decode.GrayFrames;
import org.lecturehighlights.lecture.media.decode.LectureDecoder;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;

class LayoutDetectorTest {
  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();
  private final LectureFixture lecture = LectureFixture.ofSeconds(40).withoutAudio();

  @Test
  void the_camera_in_the_corner_is_found() throws Exception {
    LayoutAnalysis analysis = detect(lecture);

    assertThat(analysis.type()).isEqualTo(LayoutType.PICTURE_IN_PICTURE);
    assertThat(overlap(analysis.camera(), lecture.camera().orElseThrow())).isGreaterThan(0.9);
    assertThat(analysis.screen()).isEqualTo(new Region(0, 0, 640, 360));
    assertThat(analysis.timeline()).hasSize(1);
    assertThat(analysis.frozen()).isFalse();
  }

  @Test
  void a_camera_of_full_height_is_side_by_side() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withCamera(new Rectangle(440, 0, 200, 360)));

    assertThat(analysis.type()).isEqualTo(LayoutType.SIDE_BY_SIDE);
    assertThat(analysis.screen().width()).isCloseTo(440, within(12));
    assertThat(analysis.splitRatio()).isCloseTo(440.0 / 640, within(0.02));
  }

  @Test
  void slides_without_a_camera_are_screen_only() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withoutCamera());

    assertThat(analysis.type()).isEqualTo(LayoutType.SCREEN_ONLY);
    assertThat(analysis.camera()).isEqualTo(Region.NONE);
  }

  @Test
  void a_camera_without_slides_is_camera_only() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withCamera(new Rectangle(0, 0, 640, 360)));

    assertThat(analysis.type()).isEqualTo(LayoutType.CAMERA_ONLY);
    assertThat(analysis.changes()).isEmpty();
  }

  @Test
  void new_slides_and_bullets_are_distinguished() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withSlides(12.0, 25.0).withBullets(5.0, 18.0, 32.0));

    assertThat(times(analysis, Kind.NEW_SLIDE)).containsExactly(12.0, 25.0);
    assertThat(times(analysis, Kind.BULLET)).containsExactly(5.0, 18.0, 32.0);
  }

  @Test
  void a_blank_screen_is_not_a_new_slide() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withSlides().withBlank(Span.ofSeconds(15, 20)));

    assertThat(analysis.blankScreens()).hasSize(1);
    assertThat(analysis.blankScreens().getFirst().startSeconds()).isCloseTo(15, within(0.3));
    assertThat(analysis.blankScreens().getFirst().endSeconds()).isCloseTo(20, within(0.3));
    assertThat(analysis.changes()).isEmpty();
  }

  @Test
  void a_picture_that_never_changes_is_frozen() throws Exception {
    LayoutAnalysis analysis = detect(lecture.withSlides().withoutCamera());

    assertThat(analysis.frozen()).isTrue();
    assertThat(analysis.confidence()).isZero();
  }

  private LayoutAnalysis detect(LectureFixture fixture) throws Exception {
    Path file = fixture.write(ffmpeg, directory.resolve("lecture.mp4"));
    MediaInfo info = new MediaProbe(ffmpeg).probe(file);
    DecodedLecture decoded = new LectureDecoder(ffmpeg).decode(file, info, directory, _ -> {});
    Path frames = decoded.frames().orElseThrow();
    return new LayoutDetector()
        .detect(
            () -> GrayFrames.open(ffmpeg, frames),
            decoded.duration(),
            fixture.width(),
            fixture.height(),
            _ -> {});
  }

  /** Rounded to half a second: the frames are a quarter of a second apart. */
  private static List<Double> times(LayoutAnalysis analysis, Kind kind) {
    return analysis.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(change -> Math.round(Seconds.of(change.at()) * 2) / 2.0)
        .toList();
  }

  private static double overlap(Region found, Rectangle truth) {
    Rectangle region = new Rectangle(found.x(), found.y(), found.width(), found.height());
    Rectangle common = region.intersection(truth);
    double both = Math.max(0, common.width) * (double) Math.max(0, common.height);
    return both / (region.width * region.height + truth.width * truth.height - both);
  }
}
