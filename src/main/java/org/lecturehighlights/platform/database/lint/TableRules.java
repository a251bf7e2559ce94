package org.lecturehighlights.platform.database.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.database.statement.SqlScript;
import org.lecturehighlights.platform.database.statement.SqlStatement;

/** The rules for the actions of an {@code ALTER TABLE}. */
final class TableRules {
  private static final Pattern ALTER =
      Pattern.compile("alter table (?:if exists )?(?:only )?(\\S+) (.*)");
  private static final Pattern ADD_CONSTRAINT =
      Pattern.compile(
          "add (?:constraint \\S+ )?(check|foreign key|unique|primary key|exclude)\\b.*");
  private static final Pattern ADD_COLUMN =
      Pattern.compile("add (?:column )?(?:if not exists )?.*");

  /**
   * Functions other than those that return the same value for all rows of a statement, and so for
   * all old rows.
   */
  private static final Pattern VOLATILE_DEFAULT =
      Pattern.compile(" default (?!now ?\\(|transaction_timestamp ?\\()[a-z_.]+ ?\\(");

  private static final Pattern CHAR_TYPE =
      Pattern.compile(" (?:char|character)(?! varying)(?: ?\\(.*| .*|$)");
  private static final Pattern TYPE =
      Pattern.compile("alter (?:column )?\\S+ (?:set data )?type (.*)");

  private TableRules() {}

  static List<Rule> broken(String plain, Set<String> newTables) {
    Matcher alter = ALTER.matcher(plain);
    List<Rule> broken = new ArrayList<>();
    if (alter.matches() && !newTables.contains(SqlScript.name(alter.group(1)))) {
      for (String action : SqlStatement.parts(alter.group(2))) {
        check(action, broken);
      }
    }
    return broken;
  }

  private static void check(String action, List<Rule> broken) {
    Matcher constraint = ADD_CONSTRAINT.matcher(action);
    if (constraint.matches()) {
      checkConstraint(constraint.group(1), action, broken);
    } else if (ADD_COLUMN.matcher(action).matches()) {
      checkColumn(action, broken);
    } else if (TYPE.matcher(action).matches()) {
      broken.add(Rule.CHANGING_COLUMN_TYPE);
    } else if (action.matches("alter (?:column )?\\S+ set not null")) {
      broken.add(Rule.ADDING_NOT_NULLABLE_FIELD);
    } else if (action.matches("alter (?:column )?\\S+ drop not null")) {
      broken.add(Rule.BAN_DROP_NOT_NULL);
    } else if (action.startsWith("rename to ")) {
      broken.add(Rule.RENAMING_TABLE);
    } else if (action.startsWith("rename ") && !action.startsWith("rename constraint ")) {
      broken.add(Rule.RENAMING_COLUMN);
    } else if (action.startsWith("drop ") && !action.startsWith("drop constraint ")) {
      broken.add(Rule.BAN_DROP_COLUMN);
    }
  }

  private static void checkConstraint(String kind, String action, List<Rule> broken) {
    if (action.contains(" using index ") || action.endsWith(" not valid")) {
      return;
    }
    switch (kind) {
      case "foreign key" -> broken.add(Rule.ADDING_FOREIGN_KEY_CONSTRAINT);
      case "check" -> broken.add(Rule.CONSTRAINT_MISSING_NOT_VALID);
      case "primary key" -> broken.add(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD);
      default -> broken.add(Rule.DISALLOWED_UNIQUE_CONSTRAINT);
    }
  }

  private static void checkColumn(String action, List<Rule> broken) {
    boolean numbered = action.matches(".*\\b(?:big|small)?serial\\b.*|.* as identity\\b.*");
    if (action.contains(" primary key")) {
      broken.add(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD);
    } else if (numbered || VOLATILE_DEFAULT.matcher(action).find()) {
      broken.add(Rule.ADDING_FIELD_WITH_DEFAULT);
    } else if (action.contains(" not null")
        && !action.contains(" default ")
        && !action.contains(" generated ")) {
      broken.add(Rule.ADDING_REQUIRED_FIELD);
    }
    if (action.matches(".* unique\\b.*")) {
      broken.add(Rule.DISALLOWED_UNIQUE_CONSTRAINT);
    }
    if (action.contains(" references ")) {
      broken.add(Rule.ADDING_FOREIGN_KEY_CONSTRAINT);
    }
    if (CHAR_TYPE.matcher(action).find()) {
      broken.add(Rule.BAN_CHAR_FIELD);
    }
  }
}
