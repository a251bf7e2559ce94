package org.lecturehighlights.lecture.layout.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutSpan;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.layout.ScreenChange.Kind;
import org.lecturehighlights.lecture.timeline.Span;

class SlideTest {
  private static final Duration LENGTH = Duration.ofSeconds(60);
  private static final Region LEFT = new Region(0, 0, 960, 720);
  private static final Region WHOLE = new Region(0, 0, 1280, 720);

  @Test
  void slides_end_at_the_next_change_and_the_first_begins_with_the_lecture() {
    List<Slide> slides =
        Slide.of(
            layout(LayoutType.SIDE_BY_SIDE, change(10, Kind.BULLET), change(11, Kind.NEW_SLIDE)),
            LENGTH);
    assertThat(slides).extracting(Slide::number).containsExactly(1, 2, 3);
    assertThat(slides)
        .extracting(Slide::span)
        .containsExactly(Span.ofSeconds(0, 10), Span.ofSeconds(10, 11), Span.ofSeconds(11, 60));
    assertThat(slides)
        .extracting(Slide::kind)
        .containsExactly(Kind.NEW_SLIDE, Kind.BULLET, Kind.NEW_SLIDE);
  }

  @Test
  void the_picture_is_taken_after_the_transition_and_before_the_next_slide() {
    assertThat(
            Slide.of(
                layout(LayoutType.SIDE_BY_SIDE, change(10, Kind.BULLET), change(11, Kind.BULLET)),
                LENGTH))
        .extracting(slide -> slide.moment().toMillis())
        .containsExactly(2000L, 10_500L, 13_000L);
  }

  @Test
  void a_slide_has_the_screen_region_of_its_moment() {
    assertThat(Slide.of(layout(LayoutType.SIDE_BY_SIDE, change(40, Kind.NEW_SLIDE)), LENGTH))
        .extracting(Slide::screen)
        .containsExactly(LEFT, WHOLE);
  }

  @Test
  void a_change_at_0_is_the_first_slide_and_a_change_after_the_end_is_ignored() {
    assertThat(
            Slide.of(
                layout(LayoutType.SCREEN_ONLY, change(0, Kind.NEW_SLIDE), change(60, Kind.BULLET)),
                LENGTH))
        .hasSize(1);
  }

  @Test
  void a_lecture_with_only_a_camera_has_no_slides() {
    assertThat(Slide.of(layout(LayoutType.CAMERA_ONLY), LENGTH)).isEmpty();
  }

  private static ScreenChange change(double at, Kind kind) {
    return new ScreenChange(Duration.ofMillis(Math.round(at * 1000)), kind, 0.3);
  }

  private static LayoutAnalysis layout(LayoutType type, ScreenChange... changes) {
    return new LayoutAnalysis(
        LEFT,
        Region.NONE,
        0.75,
        type,
        0.9,
        Duration.ZERO,
        List.of(
            new LayoutSpan(Span.ofSeconds(0, 30), type, LEFT, Region.NONE),
            new LayoutSpan(Span.ofSeconds(30, 60), type, WHOLE, Region.NONE)),
        List.of(changes),
        List.of(),
        false);
  }
}
