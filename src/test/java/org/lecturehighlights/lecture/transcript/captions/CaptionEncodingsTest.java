package org.lecturehighlights.lecture.transcript.captions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lecturehighlights.lecture.transcript.captions.ReadCaptions.cues;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Bytes of caption files: encodings, what is no caption at all, and what is made to be slow. */
class CaptionEncodingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252   | Die Prüfung über Prozesse ist für Anfänger.
          windows-1252   | Le café est à côté, déjà ouvert l’été.
          IBM850         | Die Prüfung über Prozesse ist für Anfänger.
          x-MacRoman     | Le café est à côté, déjà ouvert à la fenêtre.
          windows-1250   | Zażółć gęślą jaźń, dziś mówimy o pamięci.
          windows-1250   | Dnes o virtuální paměti, příští týden o řízení.
          windows-1254   | Bugün sanal bellekten bahsedeceğiz, şimdi başlıyoruz.
          ISO-8859-2     | Zażółć gęślą jaźń, dziś mówimy o pamięci.
          windows-1251   | Сегодня мы поговорим о виртуальной памяти.
          KOI8-R         | Сегодня мы поговорим о виртуальной памяти.
          windows-1253   | Σήμερα θα μιλήσουμε για την εικονική μνήμη.
          windows-1256   | اليوم سنتحدث عن الذاكرة
          Shift_JIS      | 今日は仮想記憶について話します
          GB18030        | 今天我们讲虚拟内存和页面置换算法
          Big5           | 今天我們講虛擬記憶體
          EUC-KR         | 오늘은 가상 메모리에 대해 이야기합니다
          UTF-8          | Zażółć – 今天
          UTF-16LE       | Die Prüfung über Prozesse
          UTF-16BE       | Сегодня мы поговорим
          """)
  void encodings_are_told_by_what_they_hold(String charset, String text) {
    String file = "1\r\n00:00:01,000 --> 00:00:02,000\r\n" + text + "\r\n";
    assertThat(cues(file.getBytes(Charset.forName(charset)))).containsExactly("1-2 " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void byte_order_marks_are_believed(String charset) {
    String file = "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\n今日は\n";
    assertThat(cues(file.getBytes(Charset.forName(charset)))).containsExactly("1-2 今日は");
  }

  @Test
  void a_line_of_another_encoding_costs_no_other_and_is_told() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("1\n00:00:01,000 --> 00:00:02,000\nfür ältere Übungen\n\n".getBytes(UTF_8));
    bytes.writeBytes(
        "2\n00:00:03,000 --> 00:00:04,000\nSchön\n".getBytes(Charset.forName("windows-1252")));
    bytes.writeBytes("\n3\n00:00:05,000 --> 00:00:06,000\nGrüße\n".getBytes(UTF_8));
    assertThat(cues(bytes.toByteArray()))
        .containsExactly("1-2 für ältere Übungen", "3-4 Schön", "5-6 Grüße");
    assertThat(Captions.read(bytes.toByteArray()).mended().line()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dear diary                                         | line 1 is “Dear diary”
          ''                                                 | nothing after line 0
          WEBVTT                                             | line 1 is “WEBVTT”
          '1~00:xx:01,000 --> 00:00:0y,000~Hello'            | line 2 is “00:xx:01,000 --> 00:00:0y,000”, and its times
          #EXTM3U~#EXTINF:3,~file:///etc/hostname            | line 1 is “#EXTM3U”
          '{\\rtf1\\ansi 00:00:01,000 --> 00:00:02,000}'       | rich text
          '<tt><body><p>no times</p></body></tt>'            | line 1
          """)
  void a_file_without_captions_is_refused_with_the_line_and_the_reason(String file, String reason) {
    byte[] bytes = file.replace('~', '\n').getBytes(UTF_8);
    assertThatThrownBy(() -> Captions.read(bytes))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(ProblemKind.CAPTIONS_UNREADABLE);
              assertThat(p.detail()).contains(reason, "SRT or WebVTT");
            });
  }

  @Test
  @Timeout(120)
  void a_hundred_and_twenty_thousand_cues_are_read() {
    StringBuilder file = new StringBuilder("WEBVTT\n\n");
    for (int i = 0; i < 120_000; i++) {
      file.append(
          "%02d:%02d:%02d.000 --> %02d:%02d:%02d.900\nCue %d.\n\n"
              .formatted(i / 3600, i / 60 % 60, i % 60, i / 3600, i / 60 % 60, i % 60, i));
    }
    assertThat(cues(file.toString())).hasSize(120_000);
  }

  @Test
  @Timeout(120)
  void a_line_of_megabytes_is_cut_and_told_and_one_of_fifty_is_refused_unread() {
    String file = "1\n00:00:01,000 --> 00:00:02,000\n" + "word ".repeat(1_900_000);
    Captions read = Captions.read(file.getBytes(UTF_8));
    assertThat(read.leftOut().line()).isEqualTo(3);
    assertThat(read.cues()).singleElement().matches(cue -> cue.text().length() <= 100_000);
    byte[] fifty = new byte[50 << 20];
    java.util.Arrays.fill(fifty, (byte) 'x');
    assertThatThrownBy(() -> Captions.read(fifty)).hasMessageContaining("larger than 10 MB");
  }

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(
      strings = {
        "<a",
        "<v ",
        "</b",
        "{b}{/",
        "[",
        "(\n",
        "&#1",
        "00:00.000 --> ",
        "\r",
        "\n1\n",
        "{\\",
        "- ",
        "<![CDATA["
      })
  void captions_made_to_be_slow_are_read_nevertheless(String part) {
    String much = part.repeat(1_000_000 / part.length());
    for (String head :
        new String[] {
          "WEBVTT\n\n00:00.000 --> 00:02.000\nx", "1\n00:00:00,000 --> 00:00:02,000\nx"
        }) {
      assertThat(Captions.read((head + much).getBytes(UTF_8)).cues()).isNotEmpty();
    }
    byte[] xml =
        ("<tt><body><p begin='0s' end='1s'>x</p><p begin='1s' end='2s'>" + much).getBytes(UTF_8);
    assertThat(Captions.read(xml).cues()).isNotEmpty();
  }
}
