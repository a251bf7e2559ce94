package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.StorageResource;

/** The search uses exactly the expression that a migration has indexed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class SearchIndexTest {
  @Inject DataSource database;

  @Test
  void the_search_uses_its_index() throws SQLException {
    assertThat(
            asked(
                "set local enable_seqscan = off",
                "explain select 1 from transcripts t where %s @@ 'virtual:*A'::tsquery"
                    .formatted(FoundSegment.INDEXED)))
        .anyMatch(line -> line.contains("ix_transcripts_search"));
  }

  @Test
  void the_index_and_the_search_use_the_same_expression() throws SQLException {
    List<String> expressions =
        asked(
            "create index ix_of_the_search on transcripts using gin (%s)"
                .formatted(FoundSegment.INDEXED),
            """
            select pg_get_indexdef(name::regclass, 1, false)
              from unnest(array['ix_transcripts_search', 'ix_of_the_search']) as name
            """);
    assertThat(expressions).hasSize(2);
    assertThat(expressions.getLast()).isEqualTo(expressions.getFirst());
  }

  /** Runs a query after a preparing statement and rolls both back. */
  private List<String> asked(String preparation, String question) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(preparation);
      List<String> lines = new ArrayList<>();
      try (var rows = statement.executeQuery(question)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      } finally {
        connection.rollback();
      }
      return lines;
    }
  }
}
