package org.lecturehighlights.app.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.lecturehighlights.app.pipeline.ExtractHighlights;
import org.lecturehighlights.app.pipeline.LectureStage;

/** One line on a terminal that shows how far the whole job is; silent elsewhere. */
final class ProgressBar implements ExtractHighlights.Listener, AutoCloseable {
  private static final int WIDTH = 30;
  private static final double WHOLE =
      Arrays.stream(LectureStage.values()).mapToDouble(LectureStage::weight).sum();

  private final PrintStream out;
  private final boolean visible;
  private final Map<LectureStage, Double> fractions = new EnumMap<>(LectureStage.class);
  private String shown = "";

  ProgressBar(PrintStream out, boolean visible) {
    this.out = out;
    this.visible = visible;
  }

  /** A bar that is visible if the output is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // a native executable may have none
  static ProgressBar onTerminal() {
    Console console = System.console();
    // Since JDK 22 there is a console even where standard streams are redirected.
    return new ProgressBar(System.err, console != null && console.isTerminal());
  }

  @Override
  public void at(LectureStage stage, double fraction) {
    fractions.merge(stage, fraction, Math::max);
    if (visible) {
      show(stage);
    }
  }

  private void show(LectureStage stage) {
    double done =
        fractions.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().weight() * entry.getValue())
                .sum()
            / WHOLE;
    int filled = (int) Math.round(WIDTH * done);
    String line =
        "[%s%s] %3d %% %s"
            .formatted(
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.round(100 * done),
                stage.code().replace('_', ' '));
    if (!line.equals(shown)) {
      out.print("\r\u001b[K" + line);
      out.flush();
      shown = line;
    }
  }

  @Override
  public void close() {
    if (!shown.isEmpty()) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
