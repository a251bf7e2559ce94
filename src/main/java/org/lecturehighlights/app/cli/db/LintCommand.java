package org.lecturehighlights.app.cli.db;

import java.util.List;
import org.lecturehighlights.platform.database.lint.Finding;
import org.lecturehighlights.platform.database.lint.ScriptLint;
import picocli.CommandLine.Command;

/** Looks at the migrations before they run. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Lists what in the migrations locks, fails or breaks a running installation; a comment"
            + " '-- lint: allow RULE REASON' in a script allows it there.")
public final class LintCommand extends DatabaseVerb {

  @Override
  public Integer call() {
    List<Finding> findings = ScriptLint.of(scripts());
    findings.forEach(finding -> result(finding.toString()));
    if (!findings.isEmpty()) {
      throw failed("%d statements need a second look (above)".formatted(findings.size()));
    }
    result("Nothing found.");
    return 0;
  }
}
