package org.lecturehighlights.platform.database.lint;

import java.util.Locale;

/** The rules that are checked; the ids are those of squawk (squawkhq.com/docs/rules). */
public enum Rule {
  ADDING_REQUIRED_FIELD("a NOT NULL column without a default fails if the table has rows"),
  ADDING_NOT_NULLABLE_FIELD(
      "SET NOT NULL reads the whole table under its strongest lock; validate a CHECK first"),
  ADDING_FIELD_WITH_DEFAULT("a default that differs from row to row rewrites the whole table"),
  ADDING_SERIAL_PRIMARY_KEY_FIELD("a new primary key rewrites the whole table under a lock"),
  ADDING_FOREIGN_KEY_CONSTRAINT(
      "a foreign key reads both tables under a lock; add it NOT VALID and validate it later"),
  CONSTRAINT_MISSING_NOT_VALID(
      "a constraint reads the whole table under a lock; add it NOT VALID and validate it later"),
  DISALLOWED_UNIQUE_CONSTRAINT(
      "a unique constraint builds its index under a lock; build the index CONCURRENTLY first"),
  REQUIRE_CONCURRENT_INDEX_CREATION("building an index stops writes; build it CONCURRENTLY"),
  REQUIRE_CONCURRENT_INDEX_DELETION(
      "dropping an index takes the table's strongest lock; drop it CONCURRENTLY"),
  BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION(
      "CONCURRENTLY needs a script of its own with executeInTransaction=false"),
  CHANGING_COLUMN_TYPE("a new type can rewrite the whole table and break older programs"),
  RENAMING_COLUMN("older programs do not know the column's new name"),
  RENAMING_TABLE("older programs do not know the table's new name"),
  BAN_DROP_COLUMN("the column's data is lost and older programs break"),
  BAN_DROP_TABLE("the table's data is lost and older programs break"),
  BAN_DROP_NOT_NULL("older programs may not expect a null"),
  BAN_DROP_DATABASE("the database is lost"),
  BAN_TRUNCATE_CASCADE("the data of all tables that refer to this one is lost"),
  BAN_CHAR_FIELD("char(n) pads with spaces; use text or varchar"),
  TRANSACTION_NESTING("a script runs in a transaction already");

  private final String reason;

  Rule(String reason) {
    this.reason = reason;
  }

  /** squawk's name of the rule, like {@code ban-drop-column}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why it matters and what to do. */
  public String reason() {
    return reason;
  }
}
