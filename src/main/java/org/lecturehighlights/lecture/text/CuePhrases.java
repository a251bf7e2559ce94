package org.lecturehighlights.lecture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phrases with which lecturers change the topic, stress something or define it. */
public final class CuePhrases {
  private static final int I = Pattern.CASE_INSENSITIVE;

  // Repeated groups have a limit: Java matches each repetition by a call, and a text that was made
  // for that would overflow the stack.

  private static final String VERBS =
      "(?:move on to|move to|go on to|go to|turn to|talk about|speak about|look at|discuss|consider"
          + "|introduce|start with|begin with|continue with|come to|get to|switch to|cover|study)";

  private static final Pattern CHANGE =
      Pattern.compile(
          "^(?:(?:so|okay|ok|well|and|all right|alright),? ){0,9}(?:now,? (?:let|we|i)\\b|now let"
              + " us|let us now|let's now|next,? (?:we|i|let)\\b|finally\\b|the"
              + " (?:next|last|final|second|third) (?:topic|part|chapter|section|point|subject)|our"
              + " next|i(?: will|'ll)? now\\b|i (?:now )?want to|let us"
              + " (?:turn|move|talk|look|review|summari[sz]e)|let's"
              + " (?:turn|move|talk|look|review)|moving on|today\\b|so far\\b|another"
              + " (?:topic|subject))",
          I);

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:(?:topic|subject|chapter|section|part|lecture)(?: of today)? (?:is|will be|covers|is"
              + " about)(?: called)?|\\b(?:let us|let's|we|we'll|we will|i|i'll|i will|want"
              + " to|going to)(?: now| next| first| then| also){0,9}(?: want to| would like to)? "
              + VERBS
              + "(?: the (?:topic|subject|concept|idea|notion) of)?) (?<object>.+)",
          I);

  private static final Pattern OBJECT_ENDS =
      Pattern.compile(
          "[.,;:!?()\"]|\\b(?:and then|because|which|who|that|so|in"
              + " order|where|when|while|if|but|is|are|was|were|as|now|today|here|again|next|first|for"
              + " a|for the)\\b",
          I);

  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:the|a|an|some|our|your|this|these|those|about|how|briefly)\\s+){1,9}", I);

  private static final Pattern EMPHASIS =
      Pattern.compile(
          "\\b(?:remember|important(?:ly)?|crucial|key (?:point|idea|insight)|to summari[sz]e|in"
              + " summary|in short|in conclusion|the point is|the"
              + " main|essential(?:ly)?|fundamental|never forget|note that|notice that|keep in"
              + " mind|pay attention|must never|for example|for instance|the"
              + " rule|exam|therefore|that is why|this means)\\b",
          I);

  private static final Pattern DEFINITION =
      Pattern.compile(
          "^(?:an?|the)?\\s*(?<term>(?:[\\p{L}-]+ ){0,3}[\\p{L}-]+?)s? (?:is|are)"
              + " (?:an?|the|called|defined as|one|any)\\b|\\b(?:is defined as|is called|we"
              + " call|means that|refers to)\\b",
          I);

  private static final Pattern DEPENDENT =
      Pattern.compile(
          "^(?:this|that|these|those|it|its|he|she|they|them|but|and|or|so|because|therefore|thus|then|also|such|which|however|otherwise|for"
              + " example|for instance|in other words)\\b",
          I);

  private static final int MAX_OBJECT_WORDS = 6;

  private CuePhrases() {}

  /** Whether a sentence sounds like the start of a topic. */
  public static boolean changesTopic(String sentence) {
    return CHANGE.matcher(sentence).find();
  }

  /** Whether the lecturer stresses this sentence. */
  public static boolean stresses(String sentence) {
    return EMPHASIS.matcher(sentence).find();
  }

  /** Whether the sentence defines something. */
  public static boolean defines(String sentence) {
    Matcher definition = DEFINITION.matcher(sentence);
    return definition.find() && !leansOnContext(sentence);
  }

  /** The term that a sentence defines, such as "process" in "A process is a program". */
  public static Optional<String> defined(String sentence) {
    Matcher definition = DEFINITION.matcher(sentence);
    if (!definition.find() || definition.group("term") == null || leansOnContext(sentence)) {
      return Optional.empty();
    }
    return topical(definition.group("term"));
  }

  /** Whether the sentence cannot be understood without the previous one. */
  public static boolean leansOnContext(String sentence) {
    return DEPENDENT.matcher(sentence.strip()).find();
  }

  /**
   * The topic that a sentence announces, such as "virtual memory" in "Let us move on to virtual
   * memory".
   */
  public static Optional<String> announced(String sentence) {
    Matcher announced = ANNOUNCED.matcher(sentence);
    return announced.find() ? topical(announced.group("object")) : Optional.empty();
  }

  private static Optional<String> topical(String phrase) {
    String object = LEADING.matcher(phrase.strip()).replaceFirst("");
    Matcher end = OBJECT_ENDS.matcher(object);
    String cut = (end.find() ? object.substring(0, end.start()) : object).strip();
    boolean isTopical = Words.of(cut).stream().anyMatch(Words::isTopical);
    return isTopical && cut.split("\\s+").length <= MAX_OBJECT_WORDS
        ? Optional.of(cut)
        : Optional.empty();
  }
}
