package org.lecturehighlights.app.cli.db;

import java.util.List;
import org.lecturehighlights.platform.database.lint.Finding;
import org.lecturehighlights.platform.database.lint.ScriptLint;
import picocli.CommandLine.Command;

/** Checks the migrations before they run. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Lists statements in the migrations that lock, fail or break a running installation. A "
            + "comment '-- lint: allow RULE REASON' in a script allows them in that script.")
public final class LintCommand extends DatabaseVerb {

  @Override
  public Integer call() {
    List<Finding> findings = ScriptLint.of(scripts());
    findings.forEach(finding -> result(finding.toString()));
    if (!findings.isEmpty()) {
      throw failed("%d statements should be reviewed (listed above)".formatted(findings.size()));
    }
    result("Nothing found.");
    return 0;
  }
}
