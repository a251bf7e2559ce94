package org.lecturehighlights.platform.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.ProblemKind;

class RetriedProblemsTest {
  @Test
  void attempts_are_repeated_after_these_problems_alone() {
    assertThat(Stream.of(ProblemKind.values()).filter(ProblemKind::mayPass))
        .containsExactlyInAnyOrder(
            ProblemKind.MEDIA_TOOL_MISSING,
            ProblemKind.SPEECH_UNAVAILABLE,
            ProblemKind.STORAGE_FAILED,
            ProblemKind.STORAGE_UNAVAILABLE,
            ProblemKind.STORAGE_FULL,
            ProblemKind.DATABASE_UNAVAILABLE);
  }
}
