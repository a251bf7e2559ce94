package org.lecturehighlights.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.FrameRate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CutListTest {
  private static final Pattern EVENT =
      Pattern.compile("(?m)^(\\d{3})  AX +B +C +(\\S+) (\\S+) (\\S+) (\\S+)(?=\\r\\n)");

  @Test
  void rounded_frame_rates_become_exact() {
    assertThat(EditorFrameRate.of(29.97)).isEqualTo(new FrameRate(30_000, 1001));
    assertThat(EditorFrameRate.of(23.976)).isEqualTo(new FrameRate(24_000, 1001));
    assertThat(EditorFrameRate.of(59.94)).isEqualTo(new FrameRate(60_000, 1001));
    assertThat(EditorFrameRate.of(25)).isEqualTo(new FrameRate(25, 1));
    assertThat(EditorFrameRate.of(12.5)).isEqualTo(new FrameRate(25, 2));
    assertThat(EditorFrameRate.of(0)).isEqualTo(new FrameRate(25, 1));
  }

  @Test
  void a_time_maps_to_the_nearest_frame() {
    FrameRate rate = EditorFrameRate.of(29.97);
    assertThat(rate.frameAt(Duration.ofSeconds(1001))).isEqualTo(30_000);
    assertThat(rate.timecode(30_000)).isEqualTo("00:16:40:00");
    assertThat(rate.timecode(29)).isEqualTo("00:00:00:29");
    assertThat(rate.rational(30)).isEqualTo("30030/30000s");
  }

  @Test
  void the_record_side_of_an_edit_decision_list_has_no_gaps() {
    for (double fps : new double[] {10, 24, 25, 29.97, 59.94}) {
      CutList cuts = random(fps);
      Matcher event = EVENT.matcher(EditDecisionList.write(cuts));
      long record = 0;
      int number = 0;
      while (event.find()) {
        assertThat(Integer.parseInt(event.group(1))).isEqualTo(++number);
        long from = frames(event.group(2), cuts.rate());
        long to = frames(event.group(3), cuts.rate());
        assertThat(frames(event.group(4), cuts.rate())).isEqualTo(record);
        record += to - from;
        assertThat(frames(event.group(5), cuts.rate())).isEqualTo(record);
      }
      assertThat(number).isEqualTo(cuts.clips().stream().mapToInt(c -> c.parts().size()).sum());
    }
  }

  @Test
  void times_in_fcpxml_are_whole_frames_and_parts_are_consecutive() throws Exception {
    for (double fps : new double[] {12.5, 24, 25, 29.97, 59.94}) {
      CutList cuts = random(fps);
      Document document = parsed(FinalCutXml.write(cuts));
      assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.9");
      NodeList sequences = document.getElementsByTagName("sequence");
      assertThat(sequences.getLength()).isEqualTo(cuts.clips().size());
      for (int s = 0; s < sequences.getLength(); s++) {
        Element sequence = (Element) sequences.item(s);
        NodeList parts = sequence.getElementsByTagName("asset-clip");
        long offset = 0;
        for (int p = 0; p < parts.getLength(); p++) {
          Element part = (Element) parts.item(p);
          assertThat(wholeFrames(part.getAttribute("offset"), cuts.rate())).isEqualTo(offset);
          assertThat(wholeFrames(part.getAttribute("start"), cuts.rate()))
              .isEqualTo(cuts.clips().get(s).parts().get(p).from());
          offset += wholeFrames(part.getAttribute("duration"), cuts.rate());
        }
        assertThat(wholeFrames(sequence.getAttribute("duration"), cuts.rate())).isEqualTo(offset);
      }
    }
  }

  @Test
  void titles_cannot_inject_markup_or_lines() throws Exception {
    String title = "</project>\u0007\r\n* FROM CLIP NAME: x & \"y\" é 😀";
    CutList cuts =
        new CutList(
            title,
            EditorFrameRate.of(25),
            0,
            0,
            100,
            List.of(new CutList.ClipParts(title, List.of(new CutList.Part(1, 50)))));
    assertThat(EditDecisionList.write(cuts).split("\r\n"))
        .hasSize(6)
        .allMatch(line -> line.matches("[ -~]*"));
    Document document = parsed(FinalCutXml.write(cuts));
    assertThat(((Element) document.getElementsByTagName("project").item(0)).getAttribute("name"))
        .startsWith("< project>")
        .endsWith("é 😀");
  }

  private static CutList random(double fps) {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<CutList.ClipParts> clips = new ArrayList<>();
    long at = 0;
    for (int c = 0; c < 5; c++) {
      List<CutList.Part> parts = new ArrayList<>();
      for (int p = 0; p <= random.nextInt(5); p++) {
        long from = at + random.nextInt(5000);
        at = from + 1 + random.nextInt(5000);
        parts.add(new CutList.Part(from, at));
      }
      clips.add(new CutList.ClipParts("Clip " + c, parts));
    }
    return new CutList("Lecture.mp4", EditorFrameRate.of(fps), 1280, 720, at, clips);
  }

  private static long frames(String timecode, FrameRate rate) {
    String[] parts = timecode.split(":");
    long seconds =
        Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]);
    return seconds * Math.ceilDiv(rate.numerator(), rate.denominator()) + Long.parseLong(parts[3]);
  }

  private static long wholeFrames(String rational, FrameRate rate) {
    if (rational.equals("0s")) {
      return 0;
    }
    String[] parts = rational.replace("s", "").split("/");
    long numerator = Long.parseLong(parts[0]) * rate.numerator();
    long denominator = Long.parseLong(parts[1]) * rate.denominator();
    assertThat(numerator % denominator).as(rational).isZero();
    return numerator / denominator;
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
