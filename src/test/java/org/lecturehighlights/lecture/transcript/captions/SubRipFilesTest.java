package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.cues;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.warnings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SubRip and SBV as programs and people write them. */
class SubRipFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A List<String> and a vector<int>. | A List<String> and a vector<int>.",
        "If a < b && b > c then R&D. | If a < b && b > c then R&D.",
        "The map<K, V> is &amp; stays. | The map<K, V> is &amp; stays.",
        "<i>Note</i> <FONT color=\"#fff\">the</font> <b>rest</b> | Note the rest",
        "{\\an8}{\\pos(1,2)}Up {1, 2, 3} and f{x} | Up {1, 2, 3} and f{x}",
        "In TeX {\\alpha} and {\\bf x} | In TeX {\\alpha} and {\\bf x}",
        "{i}slanted{/i} but {i} alone | slanted but {i} alone",
        "names[0] = list[i][j]; int[] x | names[0] = list[i][j]; int[] x",
        "[Music] so [Applause] here | so here",
        "The list [1, 2, 3] has (at last) three | The list [1, 2, 3] has (at last) three",
        "x -> y --> z | x -> y --> z",
        "<div class=\"a\"> needs </div> | <div class=\"a\"> needs </div>",
      })
  void code_survives_and_markup_goes(String row) {
    String[] parts = row.split(" \\| ");
    assertThat(cues("1\n00:00:01,000 --> 00:00:02,000\n" + parts[0] + "\n"))
        .containsExactly("1-2 " + parts[1]);
  }

  @Test
  void code_survives_writing_too() {
    String file = "1\n00:00:01,000 --> 00:00:02,000\nList<String> x = a && b; R&D\n";
    var sentences =
        Sentences.of(Captions.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)).cues());
    String srt = CaptionFormat.SUB_RIP.write(sentences);
    String vtt = CaptionFormat.WEB_VTT.write(sentences);
    assertThat(srt).contains("List<String> x = a && b; R&D").doesNotContain("&amp;");
    assertThat(vtt).contains("List&lt;String&gt; x = a &amp;&amp; b; R&amp;D");
    assertThat(cues(srt)).isEqualTo(cues(vtt)).isEqualTo(cues(file));
  }

  @Test
  void text_that_looks_like_times_does_not_end_the_cue_that_is_written() {
    String said = "00:00:05,000 --> 00:00:06,000";
    var sentence =
        new org.lecturehighlights.lecture.transcript.TranscriptSegment(
            org.lecturehighlights.lecture.timeline.Span.ofSeconds(1, 2),
            said + " a --> b",
            null,
            null,
            java.util.List.of());
    for (CaptionFormat format : CaptionFormat.values()) {
      assertThat(cues(format.write(java.util.List.of(sentence)))).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
        "00:00:01,000 --> 00:00:02,000\nOne.\n\n00:00:03,000 --> 00:00:04,000\nTwo.",
        "1\n1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
        "1\n\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
        "1\r00:00:01,000 --> 00:00:02,000\rOne.\r\r2\r00:00:03,000 --> 00:00:04,000\rTwo.\r",
        "1\r\r\n"
            + "00:00:01,000 --> 00:00:02,000\r\r\n"
            + "One.\r\r\n\r\r\n"
            + "2\r\r\n"
            + "00:00:03,000 --> 00:00:04,000\r\r\n"
            + "Two.",
        "1\n"
            + "00:00:01,000 --> 00:00:02,000  X1:1 X2:2 Y1:3 Y2:4\r\n"
            + "One.\r\n\n"
            + "2.\r"
            + "00:00:03,000 --> 00:00:04,000\n"
            + "Two.",
        "2\n00:00:03,000 --> 00:00:04,000\nTwo.\n\n1\n00:00:01,000 --> 00:00:02,000\nOne.\n",
        "\ufeff1\n"
            + "00:00:01,000 --> 00:00:02,000\n"
            + "One.\n\n"
            + "\ufeff2\n"
            + "00:00:03,000 --> 00:00:04,000\n"
            + "T\0wo.\n",
        "\n\n\n"
            + "1\n"
            + "00:00:01,000 --> 00:00:02,000\n"
            + "One.\n\n\n\n\n"
            + "2\n"
            + "00:00:03,000 --> 00:00:04,000\n"
            + "Two.\n\n"
            + "3\n",
        "0:00:01.000,0:00:02.000\nOne.\n\n0:00:03.000,0:00:04.000\nTwo.\n",
        "1\n"
            + "00:00:01,000 --> 00:00:02,000\n"
            + "One.\n\n"
            + "2\n"
            + "00:00:02,500 --> 00:00:02,900\n\n"
            + "3\n"
            + "00:00:03,000 --> 00:00:04,000\n"
            + "Two.\n",
      })
  void indexes_line_ends_and_empty_lines_may_be_missing_or_doubled(String file) {
    assertThat(cues(file)).containsExactly("1-2 One.", "3-4 Two.");
    assertThat(warnings(file)).isEmpty();
  }

  @Test
  void a_block_without_times_is_left_out_and_told() {
    String file =
        "1\n"
            + "00:00:01,000 --> 00:00:02,000\n"
            + "One.\n\n"
            + "2\n"
            + "Lost.\n\n"
            + "3\n"
            + "00:00:05,000 --> 00:00:06,000\n"
            + "Three.\n";
    assertThat(cues(file)).containsExactly("1-2 One.", "5-6 Three.");
    assertThat(warnings(file)).singleElement().asString().contains("line 5", "text without times");
  }

  @Test
  void text_before_the_first_times_is_told() {
    String file = "Subtitles by nobody\n\n1\n00:00:01,000 --> 00:00:02,000\nOne.\n";
    assertThat(cues(file)).containsExactly("1-2 One.");
    assertThat(warnings(file)).singleElement().asString().contains("line 1", "text without times");
  }

  @Test
  void numbers_that_are_said_are_kept() {
    assertThat(
            cues(
                "1\n"
                    + "00:00:01,000 --> 00:00:02,000\n"
                    + "The answer is\n"
                    + "42\n\n"
                    + "2\n"
                    + "00:00:03,000 --> 00:00:04,000\n"
                    + "1969\n"))
        .containsExactly("1-2 The answer is / 42", "3-4 1969");
  }

  @Test
  void sbv_breaks_its_lines_in_its_own_way() {
    assertThat(
            cues(
                "0:00:01.500,0:00:02.000\n"
                    + ">> Hello[br]there, a < b\n\n"
                    + "10:00:00.000,10:00:01.000\n"
                    + "Late.\n"))
        .containsExactly("1.5-2 Hello / there, a < b", "36000-36001 Late.");
  }
}
