package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/**
 * The formats in which captions are handed out. Whatever keeps, renders, packs or serves captions
 * goes through all of them; only their addresses over HTTP are written out, since the document
 * describes each.
 */
public enum CaptionFormat {
  /** The one that is stored, that players show and of which the others are made. */
  WEB_VTT("vtt", Type.WEB_VTT, WebVtt::write),
  SUB_RIP("srt", Type.SUB_RIP, SubRip::write);

  /** Writes cues one after the other, so that no more than one of them need be in memory. */
  interface CueWriter {
    void write(Iterator<Cue> cues, Appendable out) throws IOException;
  }

  /** Content types, as constants for annotations. */
  public static final class Type {
    public static final String WEB_VTT = "text/vtt;charset=utf-8";
    public static final String SUB_RIP = "application/x-subrip;charset=utf-8";

    private Type() {}
  }

  private final String extension;
  private final String contentType;
  private final CueWriter writer;

  CaptionFormat(String extension, String contentType, CueWriter writer) {
    this.extension = extension;
    this.contentType = contentType;
    this.writer = writer;
  }

  /** What names of such files end with, without the dot. */
  public String extension() {
    return extension;
  }

  public String contentType() {
    return contentType;
  }

  /** Sentences, split into cues of at most two lines of 42 characters. */
  public String write(List<TranscriptSegment> sentences) {
    StringBuilder out = new StringBuilder();
    try {
      write(sentences.stream(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  /** The same, of which no more than a sentence need be in memory. */
  public void write(Stream<TranscriptSegment> sentences, Appendable out) throws IOException {
    writer.write(sentences.flatMap(CaptionLines::of).iterator(), out);
  }

  /** The name, or the key, of a file with this stem. */
  public String fileName(String stem) {
    return stem + "." + extension;
  }

  /** What the same captions are called in this format, beside a file of {@link #WEB_VTT}. */
  public String beside(String webVtt) {
    String ending = WEB_VTT.fileName("");
    return webVtt.endsWith(ending)
        ? fileName(webVtt.substring(0, webVtt.length() - ending.length()))
        : webVtt;
  }

  /** Whether a file of this name has this format. */
  public boolean isNameOf(String file) {
    return file.endsWith(fileName(""));
  }
}
