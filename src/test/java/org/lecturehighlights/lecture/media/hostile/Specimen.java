package org.lecturehighlights.lecture.media.hostile;

import java.nio.file.Path;
import java.util.Set;

/**
 * A file and how a service may end with it.
 *
 * @param ends codes of problems, or {@link #COMPLETED}
 */
public record Specimen(Path file, Set<String> ends) {
  public static final String COMPLETED = "completed";

  public Specimen {
    ends = Set.copyOf(ends);
  }

  static Specimen of(Path file, String... ends) {
    return new Specimen(file, Set.of(ends));
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
