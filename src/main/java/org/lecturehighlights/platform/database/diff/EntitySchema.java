package org.lecturehighlights.platform.database.diff;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.lecturehighlights.platform.database.DatabaseUrl;

/**
 * The tables as Hibernate makes them for the entities, and what entities cannot express: {@code
 * db/schema/objects.sql}. Where Hibernate and the migrations only write the same thing differently,
 * the form of the migrations is used; otherwise every comparison would report it.
 */
public final class EntitySchema implements DesiredSchema {
  private static final DotName ENTITY = DotName.createSimple("jakarta.persistence.Entity");

  /** This logger warns of a pool that no server should use, and logs its URL. */
  private static final Logger POOL = Logger.getLogger("org.hibernate.orm.connections.pooling");

  /** Identity columns of the legacy tables are serial; times have microseconds anyway. */
  private static final String SPELLING =
      """
      do $$
      declare c record;
      begin
        for c in
          select format('%I', t.relname) as tab, format('%I', a.attname) as col,
                 format('%I', t.relname || '_' || a.attname || '_seq') as seq,
                 a.atttypid::regtype::text as type, a.attidentity
          from pg_attribute a join pg_class t on t.oid = a.attrelid
          where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attnum > 0
            and (a.attidentity <> '' or a.atttypid = 'timestamptz'::regtype and a.atttypmod = 6)
        loop
          if c.attidentity = '' then
            execute format('alter table %s alter %s type timestamptz', c.tab, c.col);
          elsif c.type = 'integer' then
            execute format('alter table %s alter %s drop identity', c.tab, c.col);
            execute format('create sequence %s as integer owned by %s.%s', c.seq, c.tab, c.col);
            execute format('alter table %s alter %s set default nextval(%L)', c.tab, c.col, c.seq);
          else
            execute format('alter table %s alter %s set generated always', c.tab, c.col);
          end if;
        end loop;
      end
      $$
      """;

  private final Path objects;

  /**
   * The schema of the application's own entities.
   *
   * @param resources the directory that contains {@code db}
   */
  public EntitySchema(Path resources) {
    this.objects = resources.resolve("db/schema/objects.sql");
  }

  @Override
  public void createIn(ScratchDatabase scratch) throws SQLException, IOException {
    createTables(scratch.url());
    scratch.run(SPELLING);
    scratch.run(Files.readString(objects));
  }

  private void createTables(DatabaseUrl url) throws IOException {
    POOL.setLevel(Level.SEVERE);
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.jdbc.url", url.jdbcUrl());
    ScratchDatabase.credentials(url)
        .forEach((name, value) -> settings.put("jakarta.persistence.jdbc." + name, value));
    settings.put("jakarta.persistence.schema-generation.database.action", "create");
    settings.put("hibernate.hbm2ddl.halt_on_error", true);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(settings).build();
    try {
      var sources = new MetadataSources(registry);
      entityNames().forEach(sources::addAnnotatedClassName);
      SchemaManagementToolCoordinator.process(
          sources.buildMetadata(), registry, settings, action -> {});
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }

  /** In alphabetical order. */
  private List<String> entityNames() throws IOException {
    var indexer = new Indexer();
    try (Stream<Path> files = Files.walk(ownClasses())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          indexer.index(in);
        }
      }
    }
    Index index = indexer.complete();
    return index.getAnnotations(ENTITY).stream()
        .filter(found -> found.target().kind() == AnnotationTarget.Kind.CLASS)
        .map(found -> found.target().asClass().name().toString())
        .sorted()
        .toList();
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          EntitySchema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
