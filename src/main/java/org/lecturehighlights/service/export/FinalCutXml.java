package org.lecturehighlights.service.export;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lecturehighlights.lecture.timeline.FrameRate;

/**
 * A cut list as FCPXML 1.9, which Final Cut Pro and DaVinci Resolve read: one project per clip. The
 * programs look for the lecture in the folder of this file.
 */
final class FinalCutXml {
  private static final String FORMAT = "r1";
  private static final String ASSET = "r2";

  private final CutList cuts;
  private final XMLStreamWriter xml;

  private FinalCutXml(CutList cuts, XMLStreamWriter xml) {
    this.cuts = cuts;
    this.xml = xml;
  }

  static String write(CutList cuts) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new FinalCutXml(cuts, xml).document();
      xml.close();
    } catch (XMLStreamException | URISyntaxException impossible) {
      throw new IllegalStateException("the cut list cannot be written", impossible);
    }
    return text.toString();
  }

  private void document() throws XMLStreamException, URISyntaxException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeDTD("\n<!DOCTYPE fcpxml>\n");
    start("fcpxml", "version", "1.9");
    start("resources");
    format();
    asset();
    xml.writeEndElement();
    start("library");
    start("event", "name", plain(cuts.lecture()));
    for (CutList.ClipParts clip : cuts.clips()) {
      project(clip);
    }
    xml.writeEndDocument();
  }

  private void format() throws XMLStreamException {
    start("format", "id", FORMAT, "frameDuration", cuts.rate().rational(1));
    if (cuts.width() > 0 && cuts.height() > 0) {
      xml.writeAttribute("width", Integer.toString(cuts.width()));
      xml.writeAttribute("height", Integer.toString(cuts.height()));
    }
    xml.writeEndElement();
  }

  private void asset() throws XMLStreamException, URISyntaxException {
    start("asset", "id", ASSET, "name", plain(cuts.lecture()), "start", "0s");
    xml.writeAttribute("duration", cuts.rate().rational(cuts.length()));
    xml.writeAttribute("hasVideo", "1");
    xml.writeAttribute("hasAudio", "1");
    xml.writeAttribute("format", FORMAT);
    start("media-rep", "kind", "original-media");
    xml.writeAttribute(
        "src", new URI(null, null, "./" + plain(cuts.lecture()), null).toASCIIString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void project(CutList.ClipParts clip) throws XMLStreamException {
    FrameRate rate = cuts.rate();
    start("project", "name", plain(clip.title()));
    start("sequence", "format", FORMAT, "duration", rate.rational(clip.length()));
    xml.writeAttribute("tcStart", "0s");
    xml.writeAttribute("tcFormat", "NDF");
    start("spine");
    long offset = 0;
    for (CutList.Part part : clip.parts()) {
      start("asset-clip", "ref", ASSET, "name", plain(clip.title()));
      xml.writeAttribute("offset", rate.rational(offset));
      xml.writeAttribute("start", rate.rational(part.from()));
      xml.writeAttribute("duration", rate.rational(part.length()));
      xml.writeAttribute("tcFormat", "NDF");
      xml.writeEndElement();
      offset += part.length();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Starts an element with attributes, given as alternating names and values. */
  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /** Removes characters that XML or file names cannot contain. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}/\\\\]+", " ").strip();
  }
}
