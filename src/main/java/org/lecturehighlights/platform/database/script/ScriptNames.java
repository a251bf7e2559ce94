package org.lecturehighlights.platform.database.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Reads migrations from the names and headers of their files. */
final class ScriptNames {
  private static final Pattern NAME =
      Pattern.compile(
          "db/(?<kind>migration/V|undo/U)(?<version>[0-9][0-9._]*)__(?<words>.+)\\.sql");

  private record Script(MigrationVersion version, String words, String resource) {}

  private ScriptNames() {}

  /** Pairs each script with the one that undoes it, which has the same version and description. */
  static List<Migration> pair(List<String> index, UnaryOperator<String> texts) {
    List<Script> ups = new ArrayList<>();
    Map<Script, String> downs = new HashMap<>();
    for (String resource : index) {
      var name = NAME.matcher(resource);
      if (!name.matches()) {
        continue;
      }
      var version = MigrationVersion.fromVersion(name.group("version"));
      String words = name.group("words").replace('_', ' ');
      if (name.group("kind").startsWith("m")) {
        ups.add(new Script(version, words, resource));
      } else if (downs.put(new Script(version, words, ""), resource) != null) {
        throw Problem.of(
            ProblemKind.INTERNAL_SERVER_ERROR,
            "There are two scripts that undo version " + version + ": delete one");
      }
    }
    ups.sort(Comparator.comparing(Script::version));
    refuseDuplicateVersions(ups);
    return ups.stream()
        .map(up -> migration(up, downs.get(new Script(up.version(), up.words(), "")), texts))
        .toList();
  }

  /** Two branches that were merged may each have added a migration with the same version. */
  private static void refuseDuplicateVersions(List<Script> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      Script first = sorted.get(i - 1);
      Script second = sorted.get(i);
      if (first.version().equals(second.version())) {
        throw Problem.of(
            ProblemKind.MIGRATION_REFUSED,
            "Found more than one migration with version %s: %s and %s. Give the later one and its undo script the next free version"
                .formatted(first.version(), first.resource(), second.resource()));
      }
    }
  }

  private static Migration migration(
      Script up, @Nullable String down, UnaryOperator<String> texts) {
    String head = texts.apply(up.resource());
    Optional<String> undo = Optional.ofNullable(down);
    Optional<String> reason =
        Stream.concat(undo.map(texts).stream(), Stream.of(head))
            .map(text -> header(text, "irreversible"))
            .flatMap(Optional::stream)
            .findFirst();
    return new Migration(
        up.version().getVersion(),
        up.words(),
        header(head, "alembic"),
        up.resource(),
        undo,
        reason);
  }

  /** The value of {@code -- name: value} among the comments at the beginning of a script. */
  private static Optional<String> header(String text, String name) {
    String start = "-- " + name + ":";
    return text.lines()
        .takeWhile(line -> line.isBlank() || line.startsWith("--"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
