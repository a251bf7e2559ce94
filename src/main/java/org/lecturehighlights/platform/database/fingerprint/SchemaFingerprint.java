package org.lecturehighlights.platform.database.fingerprint;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A schema as text, which is equal for two schemas if and only if they contain the same objects: a
 * line for each table, column, constraint, index, trigger, policy, sequence, view, type and
 * function of the connection's current schema, {@code kind name: definition}, in the order of the
 * bytes.
 *
 * <p>It leaves out the order of columns, owners, privileges and comments, everything that belongs
 * to an extension, and the tables in which Flyway and Alembic keep their own state. PostgreSQL 18
 * lists "not null" among the constraints, 15 to 17 do not; here it is part of the column.
 */
public final class SchemaFingerprint {
  private static final String QUERY =
      """
      WITH relation AS (
        SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.relrowsecurity
          FROM pg_class c
         WHERE c.relnamespace = current_schema()::regnamespace
           AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
           AND c.relname NOT IN ('flyway_schema_history', 'alembic_version')
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                                                     AND d.objid = c.oid AND d.deptype = 'e')
      ), line (kind, name, definition) AS (
        SELECT 'table', quote_ident(relname),
               CASE relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign'
                            ELSE CASE relpersistence WHEN 'u' THEN 'unlogged' ELSE 'plain' END END
                 || CASE WHEN relrowsecurity THEN ' row security' ELSE '' END
          FROM relation WHERE relkind IN ('r', 'p', 'f')
        UNION ALL
        SELECT 'column', quote_ident(r.relname) || '.' || quote_ident(a.attname),
               format_type(a.atttypid, a.atttypmod)
                 || coalesce(' collate ' || (SELECT quote_ident(k.collname) FROM pg_collation k
                      WHERE k.oid = a.attcollation AND a.attcollation <> t.typcollation), '')
                 || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                 || CASE a.attidentity WHEN 'a' THEN ' identity always'
                                       WHEN 'd' THEN ' identity by default' ELSE '' END
                 || coalesce(CASE WHEN a.attgenerated = '' THEN ' default ' ELSE ' generated ' END
                      || pg_get_expr(d.adbin, d.adrelid), '')
          FROM relation r
          JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE r.relkind IN ('r', 'p', 'f')
        UNION ALL
        SELECT 'constraint', quote_ident(r.relname) || '.' || quote_ident(c.conname),
               pg_get_constraintdef(c.oid, true)
          FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'c', 'x')
        UNION ALL
        SELECT 'index', quote_ident(r.relname) || '.' || quote_ident(i.relname),
               CASE WHEN x.indisunique THEN 'unique ' ELSE '' END
                 || regexp_replace(pg_get_indexdef(x.indexrelid, 0, true), '^CREATE .*? USING ', '')
                 || CASE WHEN x.indisvalid THEN '' ELSE ' invalid' END
          FROM relation r
          JOIN pg_index x ON x.indrelid = r.oid
          JOIN pg_class i ON i.oid = x.indexrelid
         WHERE NOT EXISTS (SELECT FROM pg_constraint c
                            WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
        UNION ALL
        SELECT 'trigger', quote_ident(r.relname) || '.' || quote_ident(t.tgname),
               pg_get_triggerdef(t.oid, true)
                 || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' enabled ' || t.tgenabled::text END
          FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
        UNION ALL
        SELECT 'policy', quote_ident(r.relname) || '.' || quote_ident(p.polname),
               p.polcmd::text || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                 || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
          FROM relation r JOIN pg_policy p ON p.polrelid = r.oid
        UNION ALL
        SELECT 'sequence', quote_ident(r.relname),
               format_type(s.seqtypid, NULL) || ' start ' || s.seqstart || ' by ' || s.seqincrement
                 || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END
                 || coalesce((SELECT ' of ' || quote_ident(o.relname) || '.' || quote_ident(a.attname)
                      FROM pg_depend d
                      JOIN pg_class o ON o.oid = d.refobjid
                      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                     WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
                       AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')), '')
          FROM relation r JOIN pg_sequence s ON s.seqrelid = r.oid
        UNION ALL
        SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END, quote_ident(relname),
               pg_get_viewdef(oid, true)
          FROM relation WHERE relkind IN ('v', 'm')
        UNION ALL
        SELECT 'type', quote_ident(t.typname),
               CASE t.typtype
                 WHEN 'e' THEN 'enum ' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                                             FROM pg_enum e WHERE e.enumtypid = t.oid)
                 WHEN 'd' THEN 'domain ' || format_type(t.typbasetype, t.typtypmod)
                   || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
                   || coalesce(' default ' || t.typdefault, '')
                   || coalesce((SELECT ' ' || string_agg(pg_get_constraintdef(c.oid, true), ' ' ORDER BY c.conname)
                                  FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c'), '')
                 WHEN 'r' THEN 'range'
                 ELSE 'composite' || (SELECT string_agg(
                          ' ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
                        FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
               END
          FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
         WHERE t.typnamespace = current_schema()::regnamespace
           AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c')
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass
                                                     AND d.objid = t.oid AND d.deptype = 'e')
        UNION ALL
        SELECT 'function', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid))
          FROM pg_proc p
         WHERE p.pronamespace = current_schema()::regnamespace AND p.prokind IN ('f', 'p', 'w')
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                                                     AND d.objid = p.oid AND d.deptype = 'e')
      )
      SELECT (kind || ' ' || name || ': ' || regexp_replace(ltrim(coalesce(definition, '')), '\\s+', ' ', 'g'))
               COLLATE "C"
        FROM line
       ORDER BY 1
      """;

  private SchemaFingerprint() {}

  /** The lines, each with its line break; an empty text for an empty schema. */
  public static String of(Connection connection) throws SQLException {
    var text = new StringBuilder();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
    }
    return text.toString();
  }
}
