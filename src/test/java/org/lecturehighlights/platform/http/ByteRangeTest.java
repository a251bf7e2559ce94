package org.lecturehighlights.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-, 0, 100",
    "bytes=10-19, 10, 10",
    "bytes=99-, 99, 1",
    "bytes=90-1000, 90, 10",
    "bytes=-1, 99, 1",
    "bytes=-1000, 0, 100",
    "Bytes = 5 - 6, 5, 2",
  })
  void a_range_is_cut_to_the_file(String header, long from, long length) {
    assertThat(ByteRange.asked(header, 100)).contains(new ByteRange(from, length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=1-2", "bytes=0-1,5-6", "bytes", ""})
  void what_is_not_one_range_of_bytes_means_the_whole_file(String header) {
    assertThat(ByteRange.asked(header, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=100-",
        "bytes=5-4",
        "bytes=-0",
        "bytes=-",
        "bytes=x",
        "bytes=--1",
        "bytes=9999999999999999999-"
      })
  void what_lies_outside_is_refused(String header) {
    assertThatThrownBy(() -> ByteRange.asked(header, 100))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.RANGE_NOT_SATISFIABLE));
  }

  @Test
  void an_empty_file_has_no_range() {
    assertThatThrownBy(() -> ByteRange.asked("bytes=0-", 0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> ByteRange.asked("bytes=-5", 0)).isInstanceOf(Problem.class);
  }

  @Test
  void a_range_says_what_it_is_part_of() {
    assertThat(new ByteRange(10, 10).of(100)).isEqualTo("bytes 10-19/100");
  }
}
