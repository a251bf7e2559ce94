package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

class WebVttTest {

  @Test
  void tolerates_what_real_files_contain() {
    String text =
        "\uFEFFWEBVTT - title\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n"
            + "NOTE a remark\r\n\r\n7\r\n00:05.500 --> 00:07.000 align:start position:0%\r\n"
            + "<v.loud Ada Lovelace><i>Fish &amp; chips</i> &lt;now&gt;\r\n\r\n"
            + "1:00:00.000 --> 1:00:02,5\r\n[Music] late &#233;\r\n\r\n"
            + "00:00:01.000 --> 00:00:02.000\r\nfirst\r\nsecond\r\n";
    assertThat(WebVtt.read(text))
        .containsExactly(
            new Cue(Span.ofSeconds(1, 2), "first\nsecond", null),
            new Cue(Span.ofSeconds(5.5, 7), "Fish & chips <now>", "Ada Lovelace"),
            new Cue(Span.ofSeconds(3600, 3602.5), "late é", null));
  }

  @Test
  void text_without_cues_gives_none() {
    assertThat(WebVtt.read("")).isEmpty();
    assertThat(WebVtt.read("WEBVTT\n\nNOTE nothing --\n")).isEmpty();
    assertThat(WebVtt.read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")).isEmpty();
  }

  @Test
  void overlaps_end_where_the_next_cue_starts() {
    List<Cue> cues =
        WebVtt.read(
            "WEBVTT\n\n00:01.000 --> 00:05.000\none\n\n00:03.000 --> 00:04.000\ntwo\n\n"
                + "00:03.000 --> 00:06.000\nthree\n");
    assertThat(cues)
        .containsExactly(
            new Cue(Span.ofSeconds(1, 3), "one", null),
            new Cue(Span.ofSeconds(3, 6), "two\nthree", null));
  }

  @Test
  void a_cue_that_ends_before_it_starts_is_shown_as_long_as_it_takes_to_say() {
    List<Cue> cues = WebVtt.read("WEBVTT\n\n00:10.000 --> 00:09.000\nten signs.\n");
    assertThat(cues).containsExactly(new Cue(Span.ofSeconds(10, 10.65), "ten signs.", null));
  }

  @Test
  void rolling_captions_keep_every_word_once() {
    String text =
        "WEBVTT\n\n00:00.000 --> 00:02.000\nso today we learn\n\n"
            + "00:02.000 --> 00:02.010\nso today we learn\n\n"
            + "00:02.010 --> 00:04.000\nso today we learn\nhow a kernel works\n\n"
            + "00:04.000 --> 00:04.010\nhow a kernel works\n\n"
            + "00:04.010 --> 00:06.000\nhow a kernel works\nand why\n";
    assertThat(WebVtt.read(text).stream().map(Cue::text))
        .containsExactly("so today we learn", "how a kernel works", "and why");
  }

  @Test
  void a_short_answer_said_twice_is_kept_twice() {
    String text = "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n00:02.000 --> 00:03.000\nYes.\n";
    assertThat(WebVtt.read(text)).hasSize(2);
  }

  @Test
  void long_sentences_are_written_in_cues_that_players_can_show() {
    String words = "the quick brown fox jumps over the lazy dog & <b> ".repeat(8).strip() + ".";
    TranscriptSegment sentence =
        new TranscriptSegment(Span.ofSeconds(3599, 3640), words, null, null, List.of());
    String vtt = CaptionFormat.WEB_VTT.write(List.of(sentence));
    List<Cue> back = WebVtt.read(vtt);
    assertThat(back.getFirst().span().startSeconds()).isEqualTo(3599);
    assertThat(back.getLast().span().endSeconds()).isEqualTo(3640);
    assertThat(String.join(" ", back.stream().map(Cue::text).toList()).replace("\n", " "))
        .isEqualTo(words);
    assertThat(back)
        .allSatisfy(cue -> {
          assertThat(cue.text().lines().count()).isLessThanOrEqualTo(2);
          assertThat(cue.text().lines()).allMatch(line -> line.length() <= 42);
        });
    assertThat(vtt).contains("01:00:").contains("&amp;").contains("&lt;b&gt;");
    assertThat(CaptionFormat.SUB_RIP.write(List.of(sentence)))
        .startsWith("1\n00:59:59,000 --> ")
        .contains("\n\n2\n")
        .contains(" --> 01:00:40,000\n");
  }

  @Test
  void a_word_that_fits_no_line_is_broken() {
    TranscriptSegment sentence =
        new TranscriptSegment(Span.ofSeconds(0, 9), "x".repeat(200), null, null, List.of());
    assertThat(CaptionFormat.WEB_VTT.write(List.of(sentence)).lines())
        .allMatch(line -> line.length() <= 42);
  }

  /** Each of these once took time that grows with the square of the length. */
  @Test
  @Timeout(120)
  void captions_made_to_be_slow_are_read_nevertheless() {
    for (String part : List.of("<a", "<v ", "[", "(\n", "'", "<b><i>", "&#1", "00:00.000 --> ")) {
      String text = "WEBVTT\n\n00:00.000 --> 00:02.000\n" + part.repeat(2_000_000 / part.length());
      assertThat(Sentences.of(WebVtt.read(text))).as(part).hasSizeLessThan(1000);
    }
    String sameMoment = "00:01.000 --> 00:02.000\nword\n\n".repeat(60_000);
    assertThat(WebVtt.read("WEBVTT\n\n" + sameMoment)).isNotEmpty();
    String overlapping =
        IntStream.range(0, 60_000)
            .mapToObj(
                i -> "00:%02d.%03d --> 99:00:00.000\nw%d\n\n".formatted(i / 1000, i % 1000, i))
            .collect(Collectors.joining());
    assertThat(WebVtt.read("WEBVTT\n\n" + overlapping)).hasSize(60_000);
  }
}
