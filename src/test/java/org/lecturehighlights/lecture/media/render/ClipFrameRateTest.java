package org.lecturehighlights.lecture.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.lecture.timeline.FrameRate;

class ClipFrameRateTest {
  @ParameterizedTest
  @CsvSource({
    "25, 25000/1000",
    "29.97, 30000/1001",
    "23.976, 24000/1001",
    "59.94, 30000/1001",
    "60, 30000/1000",
    "10, 20000/1000",
    "12.5, 25000/1000",
    "0, 25000/1000",
    "90000, 25000/1000",
  })
  void a_clip_has_the_rate_of_the_lecture_in_the_useful_range(double lecture, String rate) {
    assertThat(ClipFrameRate.of(lecture)).hasToString(rate);
  }

  @Test
  void a_moment_is_the_nearest_frame_whatever_it_is_given_in() {
    FrameRate rate = ClipFrameRate.of(29.97);
    assertThat(rate.frameAt(1001.0)).isEqualTo(30_000);
    assertThat(rate.frameAt(Duration.ofSeconds(1001))).isEqualTo(30_000);
  }
}
