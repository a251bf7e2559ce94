package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.StorageResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class SearchIndexTest {
  @Inject DataSource database;

  @Test
  void the_search_uses_its_index() throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local enable_seqscan = off");
      try (var plan =
          statement.executeQuery(
              "explain select 1 from transcripts t where %s @@ 'virtual:*A'::tsquery"
                  .formatted(SearchService.INDEXED))) {
        StringBuilder lines = new StringBuilder();
        while (plan.next()) {
          lines.append(plan.getString(1));
        }
        assertThat(lines).contains("ix_transcripts_search");
      }
      connection.rollback();
    }
  }
}
