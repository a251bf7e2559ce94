package org.lecturehighlights.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Files that a user names. */
final class InputFile {
  private InputFile() {}

  /** A file that cannot be read is an error in the command line: exit code 2. */
  static void requireReadable(CommandSpec spec, Path file) {
    if (!Files.exists(file)) {
      throw new ParameterException(spec.commandLine(), "no such file: " + file);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "not a readable file: " + file);
    }
  }
}
