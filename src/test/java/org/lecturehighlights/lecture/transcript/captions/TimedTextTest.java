package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.cues;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.warnings;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TTML, IMSC and DFXP. */
class TimedTextTest {
  private static String document(String attributes, String body) {
    return "<?xml version=\"1.0\"?>\n"
        + "<tt xmlns=\"http://www.w3.org/ns/ttml\""
        + " xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\""
        + " xmlns:tts=\"http://www.w3.org/ns/ttml#styling\""
        + " xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
        + attributes
        + ">\n"
        + "<head><metadata><ttm:title>Not said</ttm:title><ttm:agent xml:id=\"a\""
        + " type=\"person\"><ttm:name type=\"full\">Ada</ttm:name></ttm:agent></metadata></head>\n"
        + "<body>"
        + body
        + "</body></tt>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                 | 00:00:05.500 | 00:00:07     | 5.5-7
          ''                                                                 | 5500ms       | 0.1166666667m| 5.5-7
          ''                                                                 | 5.5s         | 7s           | 5.5-7
          ttp:tickRate="10000000"                                            | 55000000t    | 70000000t    | 5.5-7
          ttp:frameRate="25"                                                 | 00:00:05:12  | 175f         | 5.48-7
          ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"             | 300f         | 00:00:20.000 | 10.01-20
          ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:timeBase="smpte" ttp:dropMode="dropNTSC" | 00:10:00;00 | 00:11:00;02 | 599.999-660.059
          ''                                                                 | 01:00:00.000 | 1.001h       | 3600-3603.6
          """)
  void times_of_all_kinds_are_read(String attributes, String begin, String end, String span) {
    assertThat(
            cues(
                document(
                    attributes,
                    "<div><p begin=\"%s\" end=\"%s\">Here.</p></div>".formatted(begin, end))))
        .containsExactly(span + " Here.");
  }

  @Test
  void times_are_relative_to_what_an_element_stands_in() {
    String body =
        "<div begin=\"10s\" end=\"20s\"><p begin=\"1s\" dur=\"2s\">One.</p><p begin=\"5s\""
            + " end=\"60s\">Two.</p></div><div begin=\"30s\" timeContainer=\"seq\"><p"
            + " dur=\"2s\">Three.</p><p dur=\"2s\">Four.</p></div>";
    assertThat(cues(document("", body)))
        .containsExactly("11-13 One.", "15-20 Two.", "30-32 Three.", "32-34 Four.");
  }

  @Test
  void lines_spans_space_and_readings_are_those_of_the_format() {
    String body =
        "<div><p begin=\"1s\" end=\"2s\">\n"
            + "  One <span tts:color=\"red\">big</span><br/>\n"
            + "  line &amp; a &lt; b\n"
            + "</p><p begin=\"3s\" end=\"4s\" xml:space=\"preserve\">two\n"
            + "lines</p><p begin=\"5s\" end=\"6s\"><span tts:ruby=\"container\"><span"
            + " tts:ruby=\"base\">漢字</span><span tts:ruby=\"text\">kanji</span></span></p><p"
            + " begin=\"7s\" end=\"8s\"><metadata>hidden</metadata>seen</p></div>";
    assertThat(cues(document("", body)))
        .containsExactly("1-2 One big / line & a < b", "3-4 two / lines", "5-6 漢字", "7-8 seen");
  }

  @Test
  void spans_with_times_are_words_with_times_and_agents_are_speakers() {
    String file =
        document(
            "",
            "<div><p ttm:agent=\"a\"><span begin=\"1s\" end=\"2s\">Hello</span> <span begin=\"2s\""
                + " end=\"3s\">world.</span></p></div>");
    assertThat(cues(file)).containsExactly("1-3 Hello world.");
    assertThat(words(file)).containsExactly("1 Hello", "2 world.");
    assertThat(
            Captions.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .cues()
                .getFirst()
                .speaker())
        .isEqualTo("Ada");
  }

  @Test
  void what_is_not_well_formed_costs_itself_alone_and_is_told() {
    String body =
        "<div>\n"
            + "<p begin=\"1s\" end=\"2s\">R&D caf&eacute; a < b</p>\n"
            + "<p begin=\"3s\" end=\"4s\">lost <b>here</p>\n"
            + "<p begin=\"x\" end=\"6s\">bad</p>\n"
            + "<p begin=\"7s\" end=\"8s\">Last.</p>\n"
            + "</div>";
    String file = document("", body);
    assertThat(cues(file)).containsExactly("1-2 R&D café a < b", "7-8 Last.");
    assertThat(warnings(file)).singleElement().asString().startsWith("2 parts").contains("line 6");
  }

  @Test
  void a_document_that_is_cut_off_gives_what_there_is_and_is_told() {
    String whole =
        document("", "<div><p begin=\"1s\" end=\"2s\">One.</p><p begin=\"3s\" end=\"4s\">Two");
    String cut = whole.substring(0, whole.indexOf("</body>"));
    assertThat(cues(cut)).containsExactly("1-2 One.");
    assertThat(warnings(cut)).hasSize(1);
  }

  @Test
  void nothing_outside_of_the_document_is_opened() {
    String file =
        "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY y"
            + " \"yy\">]><tt xmlns=\"http://www.w3.org/2006/10/ttaf1\"><body><div><p begin=\"1s\""
            + " end=\"2s\">a &x; &y; b</p></div></body></tt>";
    assertThat(cues(file)).containsExactly("1-2 a &x; &y; b");
  }
}
