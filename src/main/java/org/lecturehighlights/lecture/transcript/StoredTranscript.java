package org.lecturehighlights.lecture.transcript;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The segments that are kept for a job, by start, of which only a page is in memory. Whoever goes
 * through them in order reads each once; between two pages no connection to the database is held,
 * so that a slow reader hinders nobody.
 */
public final class StoredTranscript extends AbstractList<StoredSegment> {
  /** With the times of its words such a page is a few hundred KB. */
  static final int PAGE = 200;

  private final int[] ids;
  private final Function<List<Integer>, List<StoredSegment>> pages;
  private List<StoredSegment> page = List.of();
  private int pageStart;

  /**
   * @param ids of the rows by start
   * @param pages reads the rows with some of these, by start
   */
  StoredTranscript(int[] ids, Function<List<Integer>, List<StoredSegment>> pages) {
    this.ids = ids;
    this.pages = pages;
  }

  @Override
  public int size() {
    return ids.length;
  }

  /** Must be called by one thread at a time. */
  @Override
  public StoredSegment get(int index) {
    int from = Math.floorDiv(index, PAGE) * PAGE;
    if (from != pageStart || page.isEmpty()) {
      int to = Math.min(from + PAGE, ids.length);
      List<Integer> wanted = Arrays.stream(ids, from, to).boxed().toList();
      List<StoredSegment> read = pages.apply(wanted);
      if (read.size() != wanted.size()) {
        throw Problem.of(
            ProblemKind.JOB_NOT_FOUND, "The job was deleted while its transcript was read.");
      }
      page = read;
      pageStart = from;
    }
    return page.get(index - pageStart);
  }
}
