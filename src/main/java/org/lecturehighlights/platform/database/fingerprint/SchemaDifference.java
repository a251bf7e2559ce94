package org.lecturehighlights.platform.database.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences between two fingerprints, for somebody who has to correct them. */
public final class SchemaDifference {
  private static final String TABLE = "table ";

  private SchemaDifference() {}

  /**
   * A sentence for each object that is missing, not expected or different, by kind and name. A
   * table that only one side has stands for everything that belongs to it.
   *
   * @param expected the fingerprint of the schema that should be there, by {@link
   *     SchemaFingerprint}
   * @param actual the fingerprint of the schema that is there
   * @return empty if there is no difference
   */
  public static List<String> between(String expected, String actual) {
    Map<String, String> wanted = definitions(expected);
    Map<String, String> found = definitions(actual);
    Set<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(found.keySet());
    Set<String> wholeTables = new HashSet<>();
    for (String name : names) {
      if (name.startsWith(TABLE) && wanted.containsKey(name) != found.containsKey(name)) {
        wholeTables.add(name.substring(TABLE.length()));
      }
    }
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String should = wanted.get(name);
      String is = found.get(name);
      if (wholeTables.contains(tableOf(name))) {
        continue;
      }
      if (is == null) {
        differences.add(name + " is missing (" + should + ")");
      } else if (should == null) {
        differences.add(name + " is not expected (" + is + ")");
      } else if (!should.equals(is)) {
        differences.add(name + " is " + is + " instead of " + should);
      }
    }
    return List.copyOf(differences);
  }

  /** The definition by kind and name. */
  private static Map<String, String> definitions(String fingerprint) {
    Map<String, String> definitions = new TreeMap<>();
    fingerprint
        .lines()
        .forEach(line -> {
          int end = line.indexOf(": ");
          definitions.put(line.substring(0, end), line.substring(end + 2));
        });
    return definitions;
  }

  /** The table that a column, constraint, index, trigger or policy belongs to; else "". */
  private static String tableOf(String name) {
    int space = name.indexOf(' ');
    int dot = name.indexOf('.');
    return space < dot && !name.startsWith("function ") ? name.substring(space + 1, dot) : "";
  }
}
