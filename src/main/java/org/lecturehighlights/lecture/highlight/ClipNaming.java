package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.text.CuePhrases;
import org.lecturehighlights.lecture.text.Keyphrases;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/** Gives each clip of a lecture a title of its own. */
final class ClipNaming {
  private static final int LONGEST = 100;

  private final Keyphrases lecture;
  private final Set<String> used = new HashSet<>();

  ClipNaming(List<TranscriptSegment> sentences) {
    lecture = new Keyphrases(sentences.stream().map(TranscriptSegment::text).toList());
  }

  /** The topic; for another clip of it, the topic and what this clip tells about it. */
  String title(Optional<ContentSegment> topic, List<TranscriptSegment> sentences, Duration start) {
    String clock = "%02d:%02d".formatted(start.toMinutes(), start.toSecondsPart());
    if (sentences.isEmpty()) {
      return "Highlight at " + clock;
    }
    String general = topic.map(ContentSegment::topic).orElse("Highlight");
    if (used.add(general)) {
      return general;
    }
    List<String> said = sentences.stream().map(TranscriptSegment::text).toList();
    List<String> details =
        java.util.stream.Stream.concat(
                said.stream()
                    .limit(2)
                    .flatMap(sentence ->
                        CuePhrases.announced(sentence)
                            .or(() -> CuePhrases.defined(sentence))
                            .stream()),
                lecture.of(said).stream().limit(5).map(Keyphrases.Phrase::text))
            .toList();
    for (String detail : details) {
      String title = general + ": " + detail;
      boolean says = !general.toLowerCase(java.util.Locale.ROOT).contains(detail);
      if (says && title.length() <= LONGEST && used.add(title)) {
        return title;
      }
    }
    String suffix = " (" + clock + ")";
    String cut = general.substring(0, Math.min(general.length(), LONGEST - suffix.length()));
    String title = cut + suffix;
    used.add(title);
    return title;
  }
}
