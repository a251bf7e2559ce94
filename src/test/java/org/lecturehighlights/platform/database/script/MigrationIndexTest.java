package org.lecturehighlights.platform.database.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationIndexTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void class_path_and_source_tree_have_the_same_files() throws IOException {
    assertThat(MigrationIndex.ofApplication()).isNotEmpty().isEqualTo(MigrationIndex.of(RESOURCES));
  }

  @Test
  void class_path_and_source_tree_have_the_same_migrations() {
    assertThat(MigrationScripts.onClassPath().all())
        .isNotEmpty()
        .isEqualTo(MigrationScripts.in(RESOURCES).all());
  }

  @Test
  void migrations_are_in_the_order_of_their_versions_with_the_legacy_revision() {
    var all = MigrationScripts.onClassPath().all();
    assertThat(all.getFirst().version()).isEqualTo("1");
    assertThat(all.getFirst().alembicId()).contains("ce9ec48516b9");
    assertThat(all.getFirst().downResource())
        .contains("db/undo/U1__initial_migration_with_all_tables.sql");
    assertThat(all.get(1).description()).isEqualTo("widen sizes");
    assertThat(all.get(9).version()).isEqualTo("10");
  }
}
