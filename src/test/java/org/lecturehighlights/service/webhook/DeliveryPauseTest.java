package org.lecturehighlights.service.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.service.webhook.send.Settings;

class DeliveryPauseTest {
  private final DeliveryPause pause =
      new DeliveryPause(Settings.of("first-pause", "10S", "longest-pause", "60S"), new Random(1));

  @Test
  void pauses_double_up_to_the_maximum() {
    assertThat(after(1, null)).isBetween(seconds(10), seconds(13));
    assertThat(after(3, null)).isBetween(seconds(40), seconds(50));
    assertThat(after(4, null)).isEqualTo(seconds(60));
    assertThat(after(1000, null)).isEqualTo(seconds(60));
  }

  @Test
  void a_receiver_may_lengthen_the_pause_up_to_the_maximum_but_not_shorten_it() {
    assertThat(after(1, seconds(30))).isEqualTo(seconds(30));
    assertThat(after(1, seconds(999_999_999))).isEqualTo(seconds(60));
    assertThat(after(3, seconds(0))).isBetween(seconds(40), seconds(50));
  }

  private Duration after(int attempts, @Nullable Duration asked) {
    return pause.after(attempts, Optional.ofNullable(asked));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
