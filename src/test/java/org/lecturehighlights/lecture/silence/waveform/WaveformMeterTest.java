package org.lecturehighlights.lecture.silence.waveform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.media.decode.AudioSamples;

class WaveformMeterTest {
  @Test
  void each_bucket_has_its_lowest_and_highest_level() throws Exception {
    short[] sound = new short[AudioSamples.RATE];
    sound[100] = Short.MAX_VALUE;
    sound[159] = Short.MIN_VALUE;
    sound[160] = 16_384;
    Waveform waveform = measure(sound);
    assertThat(waveform.bucketSeconds()).isEqualTo(0.01);
    assertThat(waveform.buckets()).isEqualTo(100);
    assertThat(waveform.seconds()).isEqualTo(1);
    Waveform.Levels all = waveform.levels(5000);
    assertThat(all.lows()).hasSize(100).startsWith(-1, 0, 0);
    assertThat(all.highs()).hasSize(100).startsWith(1, 0.504, 0);
  }

  @Test
  void fewer_points_keep_the_extremes() throws Exception {
    short[] sound = new short[AudioSamples.RATE * 3];
    sound[20_000] = -20_000;
    sound[47_999] = 30_000;
    Waveform.Levels levels = measure(sound).levels(3);
    assertThat(levels.lows()).containsExactly(0, -0.614, 0);
    assertThat(levels.highs()).containsExactly(0, 0, 0.913);
    assertThat(measure(sound).levels(1).highs()).containsExactly(0.913);
  }

  @Test
  void the_last_bucket_may_be_short_and_empty_sound_has_no_buckets() throws Exception {
    assertThat(measure(new short[161]).buckets()).isEqualTo(2);
    assertThat(measure(new short[0]).buckets()).isZero();
  }

  @Test
  void ten_hours_of_sound_have_a_limited_number_of_buckets() throws Exception {
    Duration long10 = Duration.ofHours(10);
    try (AudioSamples samples = AudioSamples.of(new Noise(long10.toSeconds() * 32_000))) {
      Waveform waveform = WaveformMeter.measure(samples, long10);
      assertThat(waveform.buckets()).isBetween(19_000, 20_000);
      assertThat(waveform.seconds()).isBetween(long10.toSeconds() - 2.0, long10.toSeconds() + 2.0);
      assertThat(waveform.levels(5000).highs()).hasSize(5000);
    }
  }

  private static Waveform measure(short[] sound) throws InterruptedException {
    ByteBuffer bytes = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(sound);
    Duration duration = Duration.ofMillis(sound.length * 1000L / AudioSamples.RATE);
    try (AudioSamples samples = AudioSamples.of(new ByteArrayInputStream(bytes.array()))) {
      return WaveformMeter.measure(samples, duration);
    }
  }

  /** Ten hours of sound, generated on the fly because they would not fit into memory. */
  private static final class Noise extends InputStream {
    private long left;

    Noise(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 7 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + count, (byte) 7);
      left -= count;
      return count;
    }
  }
}
