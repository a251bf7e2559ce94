package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** What a stage does: it reads findings and files, and writes nothing but files. */
@FunctionalInterface
public interface StageWork {
  /**
   * Does the work once; a repetition on the same findings ends the same way.
   *
   * @param findings of the stages before
   * @param workDirectory for the files that the result names; exists
   * @param progress takes the done fraction, 0 to 1
   * @throws org.lecturehighlights.platform.problem.Problem if it cannot be done
   */
  StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException, IOException;
}
