package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** What a stage does: it reads findings and files, and writes nothing but files. */
@FunctionalInterface
public interface StageWork {
  /**
   * Does the work once; repeating it on the same findings gives the same result.
   *
   * @param findings of the stages before
   * @param workDirectory for the files that the result names; exists
   * @param progress takes the fraction that is done, 0 to 1
   * @throws org.lecturehighlights.platform.problem.Problem if it cannot be done
   */
  StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException, IOException;
}
