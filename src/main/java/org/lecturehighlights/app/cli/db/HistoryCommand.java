package org.lecturehighlights.app.cli.db;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.Revisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the migrations; asks the database only if an option needs it. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Prints the migrations, newest first.")
public final class HistoryCommand extends DatabaseVerb {

  @Option(
      names = {"-v", "--verbose"},
      description = "Print all details of each.")
  boolean verbose;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the current version of the database.")
  boolean indicateCurrent;

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description = "Print only this range; either end may be left out.")
  @Nullable String range;

  @Override
  public Integer call() {
    var scripts = scripts();
    Optional<SchemaState> state =
        indicateCurrent || needsCurrent()
            ? Optional.of(state(database(), scripts))
            : Optional.empty();
    Optional<String> current =
        indicateCurrent ? state.flatMap(SchemaState::current) : Optional.empty();
    var text = new RevisionText(scripts, current);
    int point = state.map(SchemaState::point).orElse(scripts.all().size());
    for (Migration migration : within(scripts.all(), point).reversed()) {
      result(verbose ? text.block(migration) : text.line(migration));
    }
    return 0;
  }

  private boolean needsCurrent() {
    return range != null && range.contains("current");
  }

  /** Both ends are included, as in Alembic; a relative start counts from the end of the range. */
  private List<Migration> within(List<Migration> all, int current) {
    if (range == null) {
      return all;
    }
    int colon = range.indexOf(':');
    if (colon < 0) {
      throw failed("History range requires [start]:[end], [start]:, or :[end]");
    }
    var revisions = new Revisions(all);
    String from = range.substring(0, colon);
    String to = range.substring(colon + 1);
    int last = to.isEmpty() ? all.size() : revisions.point(to, current);
    int first =
        from.isEmpty() ? 0 : revisions.point(from, from.startsWith("current") ? current : last);
    return all.subList(Math.min(Math.max(first - 1, 0), last), last);
  }
}
