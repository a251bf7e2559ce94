package org.lecturehighlights.platform.database.migrate;

import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.lecturehighlights.platform.database.script.Migration;

/** Reports each migration when it begins, in Alembic's words. */
record Progress(List<Migration> scripts, Consumer<String> listener) implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    var begins = context.getMigrationInfo();
    if (begins != null && begins.getVersion() != null) {
      scripts.stream()
          .filter(script -> script.version().equals(begins.getVersion().getVersion()))
          .forEach(script -> listener.accept(upgrade(scripts, script)));
    }
  }

  @Override
  public String getCallbackName() {
    return "progress";
  }

  static String upgrade(List<Migration> scripts, Migration script) {
    return "Running upgrade %s -> %s, %s"
        .formatted(before(scripts, script.version()), script.version(), script.description());
  }

  static String downgrade(List<Migration> scripts, Migration script) {
    return "Running downgrade %s -> %s, %s"
        .formatted(script.version(), before(scripts, script.version()), script.description());
  }

  /** The version before this one; empty at the base. */
  private static String before(List<Migration> scripts, String version) {
    String before = "";
    for (Migration script : scripts) {
      if (script.version().equals(version)) {
        return before;
      }
      before = script.version();
    }
    return before;
  }
}
