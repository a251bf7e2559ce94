package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.sql.SQLException;

/** The schema that the code needs, whatever the migrations make. */
@FunctionalInterface
public interface DesiredSchema {

  /** Creates the schema in an empty database. */
  void createIn(ScratchDatabase scratch) throws SQLException, IOException;
}
