package org.lecturehighlights.platform.database.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;

/** The rules for whole statements. */
final class StatementRules {
  private static final Pattern CREATE_INDEX =
      Pattern.compile(
          "create (?:unique )?index (concurrently )?(?:.*? )??on (?:only )?([^\\s(]+).*");
  private static final Pattern CHAR_FIELD =
      Pattern.compile("\\b(?:char|character)\\b(?! varying)(?: ?\\(|\\b)");

  private StatementRules() {}

  static List<Rule> broken(SqlStatement statement, Set<String> newTables, boolean inTransaction) {
    String plain = statement.plain();
    List<Rule> broken = new ArrayList<>();
    Matcher index = CREATE_INDEX.matcher(plain);
    if (index.matches()) {
      boolean concurrent = index.group(1) != null;
      if (!concurrent && !newTables.contains(SqlScript.name(index.group(2)))) {
        broken.add(Rule.REQUIRE_CONCURRENT_INDEX_CREATION);
      }
      if (concurrent && inTransaction) {
        broken.add(Rule.BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION);
      }
    } else if (plain.startsWith("create ") && plain.contains("table ")) {
      if (CHAR_FIELD.matcher(plain).find()) {
        broken.add(Rule.BAN_CHAR_FIELD);
      }
    } else if (plain.startsWith("drop index ") && !plain.contains(" concurrently ")) {
      broken.add(Rule.REQUIRE_CONCURRENT_INDEX_DELETION);
    } else if (plain.startsWith("drop table ")) {
      broken.add(Rule.BAN_DROP_TABLE);
    } else if (plain.startsWith("drop database ")) {
      broken.add(Rule.BAN_DROP_DATABASE);
    } else if (plain.startsWith("truncate ") && plain.endsWith(" cascade")) {
      broken.add(Rule.BAN_TRUNCATE_CASCADE);
    } else if (statement.controlsTransaction()) {
      broken.add(Rule.TRANSACTION_NESTING);
    }
    return broken;
  }
}
