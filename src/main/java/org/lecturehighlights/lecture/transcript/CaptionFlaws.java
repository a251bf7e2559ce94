package org.lecturehighlights.lecture.transcript;

/**
 * What is wrong with a caption file, of one kind.
 *
 * @param count how many cues, or texts without a cue
 * @param line where the first of them stands, from 1; 0 where there is none
 * @param reason what is wrong with the first, as the end of a sentence
 */
public record CaptionFlaws(int count, int line, String reason) {
  public static final CaptionFlaws NONE = new CaptionFlaws(0, 0, "");

  public CaptionFlaws and(int at, String why) {
    return count == 0 ? new CaptionFlaws(1, at, why) : new CaptionFlaws(count + 1, line, reason);
  }

  /** Both together; the first is that of this one, if it has any. */
  public CaptionFlaws and(CaptionFlaws other) {
    return count == 0 ? other : new CaptionFlaws(count + other.count, line, reason);
  }
}
