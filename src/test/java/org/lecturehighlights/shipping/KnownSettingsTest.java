package org.lecturehighlights.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {
  private static final KnownSettings SETTINGS = KnownSettings.ofApplication();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_URL",
        "ENVIRONMENT",
        "LECTURE_DATA_DIR",
        "LECTURE_ROLES",
        "LECTURE_ENGINE_THREADS_RENDER",
        "LECTURE_SPEECH_API_KEY",
        "LECTURE_STORAGE_WORK_DIRECTORY",
        "LECTURE_UPLOAD_FORGET_AFTER",
        "LECTURE_DATABASE_MIGRATE_AT_START",
        "QUARKUS_HTTP_PORT",
        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
        "QUARKUS_LOG_CATEGORY__ORG_LECTUREHIGHLIGHTS__LEVEL",
        "QUARKUS_SHUTDOWN_TIMEOUT",
        "TZ"
      })
  void a_variable_that_is_read_is_known(String variable) {
    assertThat(SETTINGS.objectionTo(variable)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_URI",
        "LECTURE_ROLE",
        "LECTURE_STORAGE_DIR",
        "QUARKUS_HTTP_PORTS",
        "ENGINE_THREADS",
        "JAVA_OPTIONS"
      })
  void a_variable_that_nobody_reads_is_not(String variable) {
    assertThat(SETTINGS.objectionTo(variable)).contains(variable + " is read by nobody");
  }

  @Test
  void what_the_build_has_fixed_cannot_be_set_when_it_runs() {
    assertThat(SETTINGS.objectionTo("QUARKUS_MANAGEMENT_ENABLED"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("the build fixes it"));
  }
}
