package org.lecturehighlights.lecture.transcript.parse;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TTML, IMSC and their ancestor DFXP. No kept library does; the JDK's parser opens no other
 * document and knows no document type here. A paragraph that is not well-formed costs itself alone.
 */
final class TimedText {
  /** Each costs a new look at the document. */
  private static final int MOST_BROKEN_PARAGRAPHS = 20;

  private final FlawLog flaws;
  private boolean anyTimes;

  TimedText(FlawLog flaws) {
    this.flaws = flaws;
  }

  List<TimedCue> read(String text) {
    String document = XmlRepair.repaired(text);
    List<Integer> broken = new ArrayList<>();
    while (true) {
      FlawLog found = new FlawLog();
      TtmlDocument read = new TtmlDocument(found);
      int error = parse(document, read);
      int from = error < 0 ? -1 : paragraphBefore(document, error);
      int to = from < 0 ? -1 : nextTag(document, Math.max(error, from + 2));
      if (to < 0 || broken.size() == MOST_BROKEN_PARAGRAPHS) {
        if (error >= 0) {
          broken.add(lineOf(document, error));
        }
        broken.forEach(line -> flaws.leftOut(line, FlawLog.MARKUP));
        flaws.addAll(found);
        anyTimes = read.cues().anyTimes();
        return read.cues().cues();
      }
      broken.add(lineOf(document, from));
      String gap = "\n".repeat(lineOf(document, to) - lineOf(document, from));
      document = document.substring(0, from) + gap + document.substring(to);
    }
  }

  boolean hasTimes() {
    return anyTimes;
  }

  /** Returns where the document ceases to be XML, −1 where it never does. */
  private static int parse(String document, TtmlDocument into) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(document));
      try {
        while (xml.hasNext()) {
          switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> into.start(xml);
            case XMLStreamConstants.END_ELEMENT -> into.end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                into.text(xml.getText());
            default -> {}
          }
        }
        return -1;
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return offset(document, e.getLocation());
    } catch (MissingResourceException _) {
      // The sentence that tells what is wrong is not there; that something is wrong is enough.
      return 0;
    }
  }

  /** By line and column, since the parser's count of characters is that of its buffer. */
  private static int offset(String document, @Nullable Location location) {
    int at = 0;
    for (int line = 1; location != null && line < location.getLineNumber(); line++) {
      at = Math.max(at, document.indexOf('\n', at) + 1);
    }
    int column = location == null ? 0 : location.getColumnNumber() - 1;
    return Math.clamp((long) at + Math.max(0, column), 0, document.length());
  }

  private static int paragraphBefore(String document, int offset) {
    for (int at = document.lastIndexOf("<", offset - 1); at > 0; ) {
      if (isTag(document, at, "p")) {
        return at;
      }
      if (isTag(document, at, "/body") || isTag(document, at, "body")) {
        return -1;
      }
      at = document.lastIndexOf("<", at - 1);
    }
    return -1;
  }

  private static int nextTag(String document, int offset) {
    for (int at = document.indexOf("<", offset); at >= 0; at = document.indexOf("<", at + 1)) {
      if (isTag(document, at, "p") || isTag(document, at, "/div") || isTag(document, at, "/body")) {
        return at;
      }
    }
    return -1;
  }

  /** Whether such a tag begins here, with a prefix or without one. */
  private static boolean isTag(String document, int at, String tag) {
    boolean closes = tag.startsWith("/");
    int from = at + (closes ? 2 : 1);
    if (closes && !document.startsWith("</", at)) {
      return false;
    }
    int to = from;
    while (to < document.length() && to < from + 60 && isNamePart(document.charAt(to))) {
      to++;
    }
    String name = document.substring(from, to);
    return name.substring(name.indexOf(':') + 1).equals(closes ? tag.substring(1) : tag);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || ":_-.".indexOf(c) >= 0;
  }

  private static int lineOf(String document, int offset) {
    return 1 + (int) document.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
