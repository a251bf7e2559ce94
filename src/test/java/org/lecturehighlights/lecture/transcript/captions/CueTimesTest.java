package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.cues;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.warnings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of cues in all the ways in which they are written. */
class CueTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00:00:05,500 --> 00:00:07,000         | 5.5-7
          00:00:05.500 --> 00:00:07.000         | 5.5-7
          00:00:05 --> 00:00:07                 | 5-7
          00:05 --> 00:07                       | 5-7
          0:05.5 --> 0:07,25                    | 5.5-7.25
          00:00:05.500000 --> 00:00:07.000999   | 5.5-7
          100:00:05.000 --> 100:00:07.000       | 360005-360007
          1:00:00,000-->1:00:02,000             | 3600-3602
          00:00:05:500 --> 00:00:07:000         | 5.5-7
          00:00:05:12 --> 00:00:07:00           | 5.48-7
          00: 00: 05, 500 --> 00: 00: 07, 000   | 5.5-7
          00 : 00 : 05 , 500  -->  00 : 00 : 07 , 000 | 5.5-7
          75:10.000 --> 75:12.000               | 4510-4512
          ００：００：０５，５００ --> ００：００：０７，０００ | 5.5-7
          5.500 --> 7.000                       | 5.5-7
          """)
  void usual_and_unusual_notations_are_read(String times, String span) {
    for (String header : new String[] {"", "WEBVTT\n\n"}) {
      assertThat(cues(header + times + "\nHere.\n")).containsExactly(span + " Here.");
      assertThat(warnings(header + times + "\nHere.\n")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"->", "–>", "—", "→", "--&gt;x", "=>", "- ->", "--->", "-", "-- >"})
  void arrows_of_all_kinds_are_read_and_told(String arrow) {
    String file =
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:05,000 "
            + arrow.replace("x", "")
            + " 00:00:07,000\nTwo.\n\n3\n00:00:08,000 --> 00:00:09,000\nThree.\n";
    assertThat(cues(file)).containsExactly("1-2 One.", "5-7 Two.", "8-9 Three.");
    if (!arrow.equals("--&gt;x")) {
      assertThat(warnings(file)).singleElement().asString().contains("line 6");
    }
  }

  @Test
  void a_missing_end_is_where_the_next_cue_starts_or_the_text_is_said() {
    assertThat(
            cues(
                "WEBVTT\n\n"
                    + "00:01.000 -->\n"
                    + "ten signs.\n\n"
                    + "00:01.200 --> 00:03.000\n"
                    + "Next.\n\n"
                    + "00:09.000 --> \n"
                    + "ten signs.\n"))
        .containsExactly("1-1.2 ten signs.", "1.2-3 Next.", "9-9.65 ten signs.");
  }

  @Test
  void a_cue_that_starts_before_the_recording_is_cut_and_one_that_ends_before_it_is_told() {
    String file =
        "1\n-00:00:03,000 --> -00:00:01,000\nGone.\n\n2\n-00:00:01,000 --> 00:00:02,000\nCut.\n";
    assertThat(cues(file)).containsExactly("0-2 Cut.");
    assertThat(warnings(file))
        .hasSize(2)
        .first()
        .asString()
        .contains("line 2", "before the recording");
  }

  @Test
  void backward_and_overlapping_times_are_put_in_order() {
    String file =
        "1\n00:00:10,000 --> 00:00:09,000\nten signs.\n\n2\n00:00:01,000 --> 00:00:06,000\nOne.\n\n"
            + "3\n00:00:05,000 --> 00:00:07,000\nTwo.\n";
    assertThat(cues(file)).containsExactly("1-5 One.", "5-7 Two.", "10-10.65 ten signs.");
    assertThat(warnings(file))
        .singleElement()
        .asString()
        .contains("line 2", "ends before it starts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:30 - 11:30",
        "1 -> 2",
        "3.5 -> 4.5",
        "a --> b",
        "from 10:30 -> 11:30 we meet",
        "x = y - 3"
      })
  void text_with_dashes_and_arrows_stays_text(String text) {
    assertThat(cues("1\n00:00:01,000 --> 00:00:02,000\nSee:\n" + text + "\n"))
        .containsExactly("1-2 See: / " + text);
  }
}
