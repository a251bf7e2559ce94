package org.lecturehighlights.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessingConfigTest {
  @Test
  void form_fields_are_the_marked_settings_in_declaration_order() {
    assertThat(ProcessingConfig.FORM_FIELDS)
        .containsExactly("prompt", "clip_count", "clip_min_seconds", "clip_max_seconds");
  }

  @Test
  void given_settings_are_stored_by_name_and_read_back() {
    ProcessingConfig config = new ProcessingConfig("graphs", "720p", "audio", true, 3, 20.5, null);
    assertThat(config.given())
        .containsExactly(
            Map.entry("prompt", "graphs"),
            Map.entry("resolution", "720p"),
            Map.entry("processing_mode", "audio"),
            Map.entry("rate_limit_mode", true),
            Map.entry("clip_count", 3),
            Map.entry("clip_min_seconds", 20.5));
    assertThat(ConfigMembers.of(config.given()::get)).isEqualTo(config);
    assertThat(ProcessingConfig.DEFAULT.given()).isEmpty();
  }

  @Test
  void values_of_the_wrong_type_in_a_row_are_ignored() {
    Map<String, Object> row =
        Map.of(
            "prompt",
            7,
            "rate_limit_mode",
            "yes",
            "clip_count",
            3.9,
            "clip_min_seconds",
            20,
            "unknown",
            "x");
    assertThat(ConfigMembers.of(row::get))
        .isEqualTo(new ProcessingConfig(null, null, null, null, 3, 20.0, null));
  }
}
