package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.util.List;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.statement.SqlStatement;

/**
 * The statements that turn one schema into another and back, in an order in which they run. Data is
 * kept unless a statement says otherwise.
 *
 * @param up empty if there is no difference
 */
record SchemaScript(List<SqlStatement> up, List<SqlStatement> down) {
  /**
   * A constant of this very class, so that a native build sees that the branch behind it is dead
   * and does not link classes that are missing.
   */
  private static final boolean AVAILABLE = DevelopmentTools.areAvailable();

  /** Reads both schemas. */
  static SchemaScript between(DatabaseUrl from, DatabaseUrl to) throws IOException {
    if (!AVAILABLE) {
      throw DevelopmentTools.missing();
    }
    return CodeKeeperComparison.between(from, to);
  }
}
