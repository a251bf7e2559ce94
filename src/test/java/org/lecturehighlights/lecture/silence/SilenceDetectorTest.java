package org.lecturehighlights.lecture.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.silence.SilenceAnalysis.Outcome;
import org.lecturehighlights.lecture.timeline.Span;

class SilenceDetectorTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private final LectureFixture lecture = LectureFixture.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(doubles = {-90, -60, -45, -35})
  void every_pause_is_found_at_any_level_of_background_noise(double noise) throws Exception {
    SilenceAnalysis analysis = detect(lecture.withNoise(noise).sound());

    assertThat(analysis.outcome()).isEqualTo(Outcome.SPEECH);
    for (Span pause : lecture.pauses()) {
      assertThat(analysis.regions())
          .anySatisfy(region ->
              assertThat(pause.intersect(region.span()).map(Span::length))
                  .hasValueSatisfying(
                      common -> assertThat(common).isGreaterThan(Duration.ofMillis(1000))));
    }
    assertThat(analysis.regions()).hasSize(lecture.pauses().size());
  }

  @Test
  void regions_keep_a_distance_from_speech() throws Exception {
    for (SilenceRegion region : detect(lecture.sound()).regions()) {
      assertThat(lecture.pauses())
          .anySatisfy(pause -> {
            assertThat(region.span().start()).isGreaterThanOrEqualTo(pause.start().minusMillis(30));
            assertThat(region.span().end()).isLessThanOrEqualTo(pause.end().plusMillis(30));
          });
    }
  }

  @Test
  void a_click_does_not_split_a_pause() throws Exception {
    short[] sound = lecture.sound();
    for (int i = 0; i < 160; i++) {
      sound[(int) (4.4 * AudioSamples.RATE) + i] = (short) (i % 2 == 0 ? 20_000 : -20_000);
    }

    assertThat(detect(sound).regions()).hasSize(lecture.pauses().size());
  }

  @Test
  void a_microphone_that_is_off_is_reported() throws Exception {
    SilenceAnalysis analysis = detect(new short[60 * AudioSamples.RATE]);

    assertThat(analysis.outcome()).isEqualTo(Outcome.MICROPHONE_OFF);
    assertThat(analysis.regions())
        .extracting(SilenceRegion::span)
        .containsExactly(new Span(Duration.ZERO, MINUTE));
  }

  @Test
  void noise_without_speech_is_reported() throws Exception {
    short[] noise = lecture.withPauses(Span.ofSeconds(0, 60)).withNoise(-35).sound();

    assertThat(detect(noise).outcome()).isEqualTo(Outcome.NOBODY_SPEAKS);
  }

  @Test
  void a_dead_channel_is_reported() throws Exception {
    short[] sound = lecture.sound();

    assertThat(
            new SilenceDetector()
                .detect(
                    Optional.of(() -> samples(sound)),
                    MINUTE,
                    List.of(-20.0, Double.NEGATIVE_INFINITY))
                .outcome())
        .isEqualTo(Outcome.ONE_CHANNEL_DEAD);
  }

  @Test
  void a_lecture_without_audio_is_reported() throws Exception {
    assertThat(new SilenceDetector().detect(Optional.empty(), MINUTE, List.of()))
        .isEqualTo(new SilenceAnalysis(List.of(), Outcome.NO_AUDIO_TRACK));
  }

  @Test
  void the_last_region_ends_with_the_media() throws Exception {
    short[] sound = lecture.withPauses(Span.ofSeconds(10, 12), Span.ofSeconds(57, 60)).sound();

    SilenceAnalysis analysis =
        new SilenceDetector()
            .detect(Optional.of(() -> samples(sound)), Duration.ofMillis(59_990), List.of());

    assertThat(analysis.regions().getLast().span().end()).isEqualTo(Duration.ofMillis(59_990));
  }

  private static SilenceAnalysis detect(short[] sound) throws InterruptedException {
    return new SilenceDetector().detect(Optional.of(() -> samples(sound)), MINUTE, List.of(-20.0));
  }

  private static AudioSamples samples(short[] sound) {
    ByteBuffer bytes = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(sound);
    return AudioSamples.of(new ByteArrayInputStream(bytes.array()));
  }
}
