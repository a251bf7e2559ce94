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

/** Gives each clip of a lecture a unique title. */
final class ClipNaming {
  private static final int MAX_LENGTH = 100;

  private final Keyphrases lecture;
  private final Set<String> used = new HashSet<>();

  ClipNaming(List<TranscriptSegment> sentences) throws InterruptedException {
    lecture = new Keyphrases(sentences.stream().map(TranscriptSegment::text).toList());
  }

  /** The topic; for another clip of it, the topic and what this clip tells about it. */
  String title(Optional<ContentSegment> topic, List<TranscriptSegment> sentences, Duration start)
      throws InterruptedException {
    String clock = "%02d:%02d".formatted(start.toMinutes(), start.toSecondsPart());
    if (sentences.isEmpty()) {
      return "Highlight at " + clock;
    }
    String general = topic.map(ContentSegment::topic).orElse("Highlight");
    if (used.add(general)) {
      return general;
    }
    List<String> texts = sentences.stream().map(TranscriptSegment::text).toList();
    List<String> details =
        java.util.stream.Stream.concat(
                texts.stream()
                    .limit(2)
                    .flatMap(sentence ->
                        CuePhrases.announced(sentence)
                            .or(() -> CuePhrases.defined(sentence))
                            .stream()),
                lecture.of(texts).stream().limit(5).map(Keyphrases.Phrase::text))
            .toList();
    for (String detail : details) {
      String title = general + ": " + detail;
      boolean addsDetail = !general.toLowerCase(java.util.Locale.ROOT).contains(detail);
      if (addsDetail && title.length() <= MAX_LENGTH && used.add(title)) {
        return title;
      }
    }
    String suffix = " (" + clock + ")";
    String cut = general.substring(0, Math.min(general.length(), MAX_LENGTH - suffix.length()));
    String title = cut + suffix;
    used.add(title);
    return title;
  }
}
