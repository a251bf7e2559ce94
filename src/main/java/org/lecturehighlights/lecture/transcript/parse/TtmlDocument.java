package org.lecturehighlights.lecture.transcript.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Makes cues of the elements of a TTML document as they come. */
final class TtmlDocument {
  private static final Set<String> WITHOUT_TEXT = Set.of("metadata", "set", "image", "data");
  private static final Set<String> READINGS = Set.of("text", "textContainer", "delimiter");

  /** Nobody nests elements deeper; what is deeper has no text. */
  private static final int DEEPEST = 200;

  private final Map<String, String> speakers = new HashMap<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private final FlawLog flaws;
  private final CueList cues;
  private TtmlClock clock = new TtmlClock(_ -> "");
  private @Nullable Paragraph paragraph;
  private String agent = "";
  private int depth;

  TtmlDocument(FlawLog flaws) {
    this.flaws = flaws;
    this.cues = new CueList(flaws);
  }

  /**
   * An element that is open.
   *
   * @param end null for one that goes on as long as what it stands in
   * @param timed whether it or what it stands in has a time
   * @param broken whether a time cannot be read
   */
  private record Element(
      String name,
      long begin,
      @Nullable Long end,
      boolean timed,
      boolean broken,
      boolean preserved,
      boolean silent,
      long[] next) {}

  private static final class Paragraph {
    private final Element element;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String speaker;
    private @Nullable Long first;
    private @Nullable Long last;
    private boolean broken;

    Paragraph(Element element, int line, @Nullable String speaker) {
      this.element = element;
      this.line = line;
      this.speaker = speaker;
    }
  }

  CueList cues() {
    return cues;
  }

  void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (++depth > DEEPEST) {
      return;
    }
    if (name.equals("tt")) {
      clock = new TtmlClock(parameter -> attribute(xml, parameter));
    }
    if (name.equals("agent")) {
      agent = attribute(xml, "id");
    }
    Element element = element(xml, open.peek());
    open.push(element);
    String speaker = speakers.get(attribute(xml, "agent"));
    Paragraph current = paragraph;
    if (name.equals("p") && current == null) {
      paragraph = new Paragraph(element, xml.getLocation().getLineNumber(), speaker);
    } else if (current != null) {
      within(current, name, element, !attribute(xml, "begin").isEmpty());
      current.speaker = current.speaker == null ? speaker : current.speaker;
    }
  }

  private static void within(Paragraph current, String name, Element element, boolean begins) {
    if (name.equals("br")) {
      current.text.append('\n');
    }
    current.broken |= element.broken();
    if (name.equals("span") && begins && !element.broken()) {
      current.text.append(MarkedText.mark(element.begin()));
      current.first =
          current.first == null ? element.begin() : Math.min(current.first, element.begin());
      Long end = element.end();
      if (end != null) {
        current.last = current.last == null ? end : Math.max(current.last, end);
      }
    }
  }

  private Element element(XMLStreamReader xml, @Nullable Element parent) {
    String begins = attribute(xml, "begin");
    String ends = attribute(xml, "end");
    String lasts = attribute(xml, "dur");
    OptionalLong from = clock.millis(begins);
    OptionalLong to = clock.millis(ends);
    OptionalLong length = clock.millis(lasts);
    boolean broken = isBroken(begins, from) || isBroken(ends, to) || isBroken(lasts, length);
    long origin = parent == null ? 0 : parent.next()[0];
    long begin = origin + from.orElse(0);
    @Nullable Long end = parent == null ? null : parent.end();
    if (to.isPresent()) {
      end = earlier(end, origin + to.getAsLong());
    }
    if (length.isPresent()) {
      end = earlier(end, begin + length.getAsLong());
    }
    if (parent != null && parent.next().length > 1 && end != null) {
      parent.next()[0] = end;
    }
    String space = attribute(xml, "space");
    boolean sequential = attribute(xml, "timeContainer").equals("seq");
    return new Element(
        xml.getLocalName(),
        begin,
        end,
        (parent != null && parent.timed())
            || from.isPresent()
            || to.isPresent()
            || length.isPresent(),
        broken || (parent != null && parent.broken()),
        space.isEmpty() ? parent != null && parent.preserved() : space.equals("preserve"),
        (parent != null && parent.silent())
            || WITHOUT_TEXT.contains(xml.getLocalName())
            || READINGS.contains(attribute(xml, "ruby")),
        sequential ? new long[] {begin, 0} : new long[] {begin});
  }

  private static boolean isBroken(String written, OptionalLong read) {
    return !written.isBlank() && read.isEmpty() && !written.strip().equals("indefinite");
  }

  private static Long earlier(@Nullable Long one, long other) {
    return one == null ? other : Math.min(one, other);
  }

  void text(String text) {
    Element within = open.peek();
    Paragraph current = paragraph;
    if (within == null || depth > DEEPEST) {
      return;
    }
    if (within.name().equals("name") && !agent.isEmpty()) {
      speakers.merge(agent, text.strip(), (first, _) -> first);
    } else if (current != null && !within.silent()) {
      current.text.append(within.preserved() ? text : text.replaceAll("\\s+", " "));
    }
  }

  @SuppressWarnings("ReferenceEquality") // this very element, not one like it
  void end(String name) {
    if (depth-- > DEEPEST) {
      return;
    }
    Element ended = open.pop();
    Paragraph current = paragraph;
    if (name.equals("agent")) {
      agent = "";
    } else if (current != null && current.element == ended) {
      paragraph = null;
      finish(current);
    }
  }

  private void finish(Paragraph read) {
    MarkedText text = new MarkedText(read.text.toString(), read.speaker).tidy();
    Element element = read.element;
    if (element.broken() || read.broken) {
      flaws.leftOut(read.line, FlawLog.TIMES);
    } else if (element.timed()) {
      cues.add(element.begin(), element.end(), text, read.line);
    } else if (read.first != null) {
      cues.add(read.first, read.last, text, read.line);
    } else if (!text.isSilent()) {
      flaws.leftOut(read.line, FlawLog.NO_TIMES);
    }
  }

  /** By its local name, since each edition has its own namespaces; empty without one. */
  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
