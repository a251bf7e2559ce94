package org.lecturehighlights.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PostgresResourceTest {
  @Inject Flyway flyway;
  @Inject DataSource database;

  @Test
  void a_test_starts_with_every_migration_applied_and_no_rows() throws Exception {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).isNotEmpty();
    try (var connection = database.getConnection();
        var jobs = connection.createStatement().executeQuery("select count(*) from jobs")) {
      assertThat(jobs.next()).isTrue();
      assertThat(jobs.getLong(1)).isZero();
    }
  }
}
