package org.lecturehighlights.lecture.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A topic of the lecture; the topics of a lecture follow each other without gaps or overlaps.
 *
 * @param topic its title, at most 100 characters
 * @param importance 0 to 1, relative to the other topics of the lecture
 * @param keywords the most characteristic first
 * @param concepts longer phrases, the most characteristic first
 * @param order 1 for the first topic
 */
public record ContentSegment(
    Span span,
    String topic,
    @Nullable String description,
    double importance,
    List<String> keywords,
    List<String> concepts,
    int order) {
  public ContentSegment {
    keywords = List.copyOf(keywords);
    concepts = List.copyOf(concepts);
  }
}
