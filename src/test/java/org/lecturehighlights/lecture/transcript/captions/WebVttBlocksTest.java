package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.cues;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.warnings;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WebVTT with everything that the format has besides cues, and with blocks that it does not have.
 */
class WebVttBlocksTest {
  private static final String TWO =
      "00:01.000 --> 00:02.000\nOne.\n\n00:03.000 --> 00:04.000\nTwo.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STYLE\n::cue { color: lime }\n\n",
        "STYLE\n::cue {\n  color: lime;\n\n  background: black;\n}\n\n",
        "REGION\nid:top\nwidth:50%\nregionanchor:0%,100%\n\n",
        "NOTE This is a comment\nof two lines\n\n",
        "NOTE\n\nSTYLE\n::cue(b) { color: red }\n\nREGION\nid:a\n\n",
        "X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n",
        "Kind: captions\nLanguage: en-GB\n\n",
      })
  void what_is_no_cue_is_passed_over_in_silence(String block) {
    for (String file :
        new String[] {"WEBVTT\n\n" + block + TWO, "WEBVTT - title\n" + block + TWO}) {
      assertThat(cues(file)).containsExactly("1-2 One.", "3-4 Two.");
      assertThat(warnings(file)).isEmpty();
    }
    if (block.startsWith("Kind")) {
      return;
    }
    String within = "WEBVTT\n\n" + TWO.replace("\n\n", "\n\n" + block);
    assertThat(cues(within)).containsExactly("1-2 One.", "3-4 Two.");
  }

  @Test
  void identifiers_and_settings_are_not_spoken() {
    assertThat(
            cues(
                "WEBVTT\n\n"
                    + "intro slide\n"
                    + "00:01.000 --> 00:02.000 align:start line:0 position:10%,line-left\n"
                    + "One.\n\n"
                    + "7\n"
                    + "00:03.000 --> 00:04.000 region:top\n"
                    + "Two.\n"))
        .containsExactly("1-2 One.", "3-4 Two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:0x.000 --> 00:00:09.000",
        "00:00:05.000 --> soon",
        "00:00:O5.000 --> 00:00:09.000",
        "--> 00:00:09.000",
        "00:00:05.000 -- 00:00:09.000 -->",
        "99999999:00:05.000 --> 00:00:09.000",
      })
  void a_cue_with_times_that_cannot_be_read_costs_itself_alone(String times) {
    String file =
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n"
            + times
            + "\nLost.\n\n"
            + "00:10.000 --> 00:12.000\nThree.\n";
    assertThat(cues(file)).containsExactly("1-2 One.", "10-12 Three.");
    assertThat(warnings(file))
        .containsExactly(
            "One part of the captions could not be read and was left out. The first is in line 6:"
                + " its times cannot be read.");
  }

  @Test
  void an_empty_line_within_a_cue_loses_nothing_and_is_told() {
    String file =
        "WEBVTT\n\n00:01.000 --> 00:04.000\nThe first half\n\nand the second.\n\n"
            + "00:05.000 --> 00:06.000\nNext.\n";
    assertThat(cues(file)).containsExactly("1-4 The first half / and the second.", "5-6 Next.");
    assertThat(warnings(file)).singleElement().asString().contains("line 6", "empty line");
  }

  @Test
  void text_without_times_after_a_note_is_told() {
    String file =
        "WEBVTT\n\n" + TWO + "\nNOTE x\n\nWho said this?\n\n00:05.000 --> 00:06.000\nThree.\n";
    assertThat(cues(file)).containsExactly("1-2 One.", "3-4 Two.", "5-6 Three.");
    assertThat(warnings(file)).singleElement().asString().contains("line 11", "text without times");
  }

  @Test
  void the_count_of_what_was_left_out_and_its_first_line_survive_storage() {
    String file =
        "WEBVTT\n\n" + TWO + "\n00:5x.000 --> 00:06.000\nA\n\n00:7x.000 --> 00:08.000\nB\n";
    Captions read = Captions.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(read.leftOut().count()).isEqualTo(2);
    assertThat(read.leftOut().line()).isEqualTo(9);
    assertThat(Captions.ofWebVtt(read.toWebVtt())).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MPEGTS:900000,LOCAL:00:00:00.000 | 11-12 One. | 13-14 Two.",
        "LOCAL:00:00:01.000,MPEGTS:90000 | 1-2 One. | 3-4 Two.",
        "MPEGTS:0,LOCAL:00:00:00.500 | 0.5-1.5 One. | 2.5-3.5 Two.",
        "MPEGTS:45045,LOCAL:00:00.000 | 1.501-2.501 One. | 3.501-4.501 Two.",
        "LOCAL:00:00:01.500,MPEGTS:0 | 0-0.5 One. | 1.5-2.5 Two.",
      })
  void the_clock_of_a_stream_is_kept_to(String row) {
    String[] parts = row.split(" \\| ");
    assertThat(cues("WEBVTT\nX-TIMESTAMP-MAP=" + parts[0] + "\n\n" + TWO))
        .containsExactly(parts[1], parts[2]);
  }

  @Test
  void segments_of_a_stream_in_one_file_are_read_as_one() {
    String segment = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:90000,LOCAL:00:00:00.000\n\n";
    assertThat(
            cues(
                segment
                    + TWO
                    + "\n"
                    + segment
                    + "00:03.000 --> 00:04.000\nTwo.\n\n"
                    + "00:05.000 --> 00:06.000\nThree.\n"))
        .containsExactly("2-3 One.", "4-5 Two.", "6-7 Three.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caf&eacute; &amp; cr&egrave;me &mdash; 3&nbsp;&euro; | café & crème — 3 €",
        "&alpha; &le; &beta; &hellip; &#8220;x&#x201D; | α ≤ β … “x”",
        "H&M, R&D &amp;amp; AT&T | H&M, R&D &amp; AT&T",
        "&lt;b&gt; is bold, <b>this</b> is not code | <b> is bold, this is not code",
        "List<String> and a < b && c > d | List<String> and a < b && c > d",
        "<ruby>漢字<rt>kanji</rt></ruby> and <ruby>東<rt>tou</ruby> end | 漢字 and 東 end",
        "<c.yellow.bg_blue>colour</c> <lang en-GB>color</lang> <i.x>it</i> | colour color it",
        "Zo&euml; &#0;&bogus; &copy 2026 | Zoë \ufffd&bogus; © 2026",
        "so is vector<b> a type | so is vector<b> a type",
      })
  void markup_and_references_follow_the_format(String row) {
    String[] parts = row.split(" \\| ");
    assertThat(cues("WEBVTT\n\n00:01.000 --> 00:02.000\n" + parts[0] + "\n"))
        .containsExactly("1-2 " + parts[1]);
  }

  @Test
  void voices_name_the_speaker_and_no_name_is_too_long_to_keep() {
    String file =
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ren&eacute;e>Bonjour</v>\n\n"
            + "00:03.000 --> 00:04.000\n<v "
            + "x".repeat(80)
            + ">Hm\n";
    assertThat(Captions.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)).cues())
        .extracting(Cue::speaker)
        .containsExactly("Renée", "x".repeat(50));
  }

  @Test
  void times_of_words_are_read_as_such() {
    String file =
        "WEBVTT\n\n"
            + "00:01.000 --> 00:05.000\n"
            + "<00:00:01.500>Never <00:02.000><c>drink</c> <c> liquid</c><00:03.000> nitrogen.\n";
    assertThat(cues(file)).containsExactly("1-5 Never drink liquid nitrogen.");
    assertThat(words(file)).containsExactly("1.5 Never", "2 drink", "2.461 liquid", "3 nitrogen.");
  }

  @Test
  void rolling_captions_of_youtube_give_each_word_once_with_its_time() {
    String file =
        "WEBVTT\nKind: captions\nLanguage: en\n\n"
            + "00:00:00.160 --> 00:00:02.389 align:start position:0%\n \n"
            + "so<00:00:00.320><c> today</c><00:00:00.599><c> we</c><00:00:01.040><c> learn</c>\n\n"
            + "00:00:02.389 --> 00:00:02.399 align:start position:0%\nso today we learn\n \n\n"
            + "00:00:02.399 --> 00:00:04.000 align:start position:0%\nso today we learn\n"
            + "how<00:00:02.700><c> pages</c><00:00:03.100><c> work</c>\n\n"
            + "00:00:04.000 --> 00:00:04.010 align:start position:0%\nhow pages work\n \n\n";
    assertThat(words(file))
        .containsExactly(
            "0.16 so",
            "0.32 today",
            "0.599 we",
            "1.04 learn",
            "2.399 how",
            "2.7 pages",
            "3.1 work");
    Captions read = Captions.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(Captions.ofWebVtt(read.toWebVtt())).isEqualTo(read);
    assertThat(Sentences.of(read.cues())).allMatch(sentence -> !sentence.words().isEmpty());
  }

  @Test
  void times_of_words_that_contradict_each_other_are_not_used() {
    String file = "WEBVTT\n\n00:01.000 --> 00:03.000\none <00:02.900>two <00:01.200>three\n";
    assertThat(cues(file)).containsExactly("1-3 one two three");
    assertThat(words(file)).isEmpty();
  }
}
