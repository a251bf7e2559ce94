package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;
import org.pgcodekeeper.core.PgDiff;
import org.pgcodekeeper.core.database.pg.jdbc.PgJdbcConnector;
import org.pgcodekeeper.core.ignorelist.IgnoreList;
import org.pgcodekeeper.core.ignorelist.IgnoreSchemaList;
import org.pgcodekeeper.core.ignorelist.IgnoredObject;
import org.pgcodekeeper.core.loader.DatabaseLoader;
import org.pgcodekeeper.core.loader.LoaderFactory;
import org.pgcodekeeper.core.model.difftree.DbObjType;
import org.pgcodekeeper.core.model.difftree.DiffTree;
import org.pgcodekeeper.core.model.difftree.TreeElement;
import org.pgcodekeeper.core.monitor.NullMonitor;
import org.pgcodekeeper.core.schema.AbstractDatabase;
import org.pgcodekeeper.core.settings.CoreSettings;

/**
 * The only class that uses pgCodeKeeper; see {@link SchemaScript}, which loads it only where it
 * exists.
 */
final class CodeKeeperComparison {
  /**
   * The history tables of Flyway and of the legacy service's Alembic are not part of our schema.
   */
  private static final List<String> HISTORY_TABLES =
      List.of("flyway_schema_history", "alembic_version");

  private static final Logger PROGRESS = Logger.getLogger("org.pgcodekeeper");

  private CodeKeeperComparison() {}

  /** Reads both schemas. */
  static SchemaScript between(DatabaseUrl from, DatabaseUrl to) throws IOException {
    PROGRESS.setLevel(Level.WARNING);
    try {
      CoreSettings settings = settings();
      AbstractDatabase old = load(from, settings);
      AbstractDatabase wanted = load(to, settings);
      return new SchemaScript(statements(old, wanted, settings), statements(wanted, old, settings));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  private static List<SqlStatement> statements(
      AbstractDatabase old, AbstractDatabase wanted, CoreSettings settings)
      throws IOException, InterruptedException {
    TreeElement tree = DiffTree.create(settings, old, wanted);
    tree.setAllChecked();
    var comparison = new PgDiff(settings);
    String script =
        comparison.diff(tree, old, wanted, List.of(), List.of(), withoutHistoryTables());
    failOn(comparison.getErrors());
    return SqlScript.statements(script).stream()
        .filter(statement -> !statement.plain().matches("set (?:search_path|timezone)\\b.*"))
        .toList();
  }

  private static CoreSettings settings() {
    var settings = new CoreSettings();
    settings.setTimeZone("UTC");
    // Hibernate creates columns in alphabetical order; a table's own order cannot be changed.
    settings.setIgnoreColumnOrder(true);
    // Privileges are up to the installation.
    settings.setIgnorePrivileges(true);
    return settings;
  }

  private static AbstractDatabase load(DatabaseUrl url, CoreSettings settings)
      throws IOException, InterruptedException {
    DatabaseLoader loader =
        LoaderFactory.createJdbcLoader(
            settings,
            settings.getTimeZone(),
            new Connector(url),
            new NullMonitor(),
            new IgnoreSchemaList());
    AbstractDatabase database = loader.loadAndAnalyze();
    failOn(loader.getErrors());
    return database;
  }

  private static void failOn(List<Object> errors) {
    if (!errors.isEmpty()) {
      throw new IllegalStateException("pgCodeKeeper cannot read the schema: " + errors);
    }
  }

  private static IgnoreList withoutHistoryTables() {
    var ignored = new IgnoreList();
    ignored.setShow(true);
    for (String table : HISTORY_TABLES) {
      ignored.add(new IgnoredObject(table, false, true, false, EnumSet.noneOf(DbObjType.class)));
    }
    return ignored;
  }

  /** Passes user and password separately from the URL, because errors may show the URL. */
  private static final class Connector extends PgJdbcConnector {
    private final DatabaseUrl url;

    Connector(DatabaseUrl url) {
      super(url.jdbcUrl());
      this.url = url;
    }

    @Override
    protected Properties makeProperties() {
      Properties properties = super.makeProperties();
      properties.putAll(ScratchDatabase.credentials(url));
      return properties;
    }
  }
}
