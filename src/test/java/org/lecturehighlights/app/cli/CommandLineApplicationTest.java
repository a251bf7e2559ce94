package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineApplicationTest {
  private final StringWriter err = new StringWriter();
  private final CommandLine line =
      new CommandLineApplication(CommandLine.defaultFactory())
          .commandLine(Top.class)
          .setErr(new PrintWriter(err, true));

  @Test
  void an_unknown_command_exits_with_2_an_error_line_and_a_hint() {
    assertThat(line.execute("nonsense")).isEqualTo(2);
    assertThat(err.toString().lines())
        .startsWith("error: Unmatched argument at index 0: 'nonsense'")
        .endsWith("Try 'lecture-highlights --help'.");
  }

  @Test
  void a_misspelt_command_is_answered_with_the_right_one() {
    assertThat(line.execute("serv")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean: lecture-highlights serve?");
  }

  @Test
  void a_wrong_option_points_to_the_help_of_its_command() {
    assertThat(line.execute("serve", "--colour")).isEqualTo(2);
    assertThat(err.toString()).contains("Try 'lecture-highlights serve --help'.");
  }

  @Test
  void a_problem_becomes_one_line_and_exit_code_1() {
    assertThat(line.execute("unlucky")).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("error: Give it another file.");
  }

  @Test
  void an_unknown_failure_becomes_one_line_too() {
    assertThat(line.execute("broken")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("error: java.lang.IllegalStateException: two lines");
  }

  @Command(
      name = LectureHighlights.NAME,
      subcommands = {ServeCommand.class, Unlucky.class, Broken.class})
  static final class Top {}

  @Command(name = "unlucky")
  static final class Unlucky implements Runnable {
    @Override
    public void run() {
      throw Problem.of(ProblemKind.NOT_A_VIDEO, "Give it another file.");
    }
  }

  @Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("two\nlines");
    }
  }
}
