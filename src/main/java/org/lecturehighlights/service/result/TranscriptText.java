package org.lecturehighlights.service.result;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.service.job.Job;

/**
 * A transcript as readable text, written segment by segment: paragraphs, each with its start time.
 *
 * @param segments at least one, ordered by start
 */
record TranscriptText(Job job, List<TranscriptSegment> segments) {
  /** A longer pause starts a new paragraph; the same value as in the legacy service. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  /** {@code transcript_<title>_<yyyymmdd>.txt}; the title may contain any letters. */
  String fileName() {
    Instant day = job.completedAt() == null ? job.updatedAt() : job.completedAt();
    return "transcript_%s_%s.txt".formatted(title(), DAY.format(day));
  }

  void write(Appendable to) throws IOException {
    to.append("Transcript: " + title() + "\n");
    if (job.videoDuration() != null) {
      to.append("Duration: " + clock(Seconds.toDuration(job.videoDuration())) + "\n");
    }
    int paragraphs = 0;
    int words = 0;
    @Nullable TranscriptSegment before = null;
    for (TranscriptSegment segment : segments) {
      if (before == null || beginsAfter(before, segment)) {
        to.append(before == null ? "\n" : "\n\n").append(beginning(segment));
        paragraphs++;
      }
      List<String> said = words(segment);
      to.append(' ').append(String.join(" ", said));
      words += said.size();
      before = segment;
    }
    to.append(before == null ? "" : "\n")
        .append("\n---\n")
        .append("Paragraphs: %d\n".formatted(paragraphs))
        .append("Segments: %d\n".formatted(segments.size()))
        .append("Words: %d\n".formatted(words));
  }

  private static boolean beginsAfter(TranscriptSegment before, TranscriptSegment segment) {
    Duration pause = segment.span().start().minus(before.span().end());
    return pause.compareTo(PAUSE) > 0 || !Objects.equals(before.speaker(), segment.speaker());
  }

  private static String beginning(TranscriptSegment first) {
    String time = "[" + clock(first.span().start()) + "]";
    if (first.speaker() == null) {
      return time;
    }
    return time
        + (first.speaker().startsWith("Speaker") ? " " : " Speaker ")
        + first.speaker()
        + ":";
  }

  /** The words of a segment, without the line breaks of captions. */
  private static List<String> words(TranscriptSegment segment) {
    return Arrays.stream(segment.text().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** {@code MM:SS}, or {@code HH:MM:SS} from one hour on. */
  private static String clock(Duration time) {
    String minutes =
        String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
    return time.toHours() == 0
        ? minutes
        : String.format(Locale.ROOT, "%02d:%s", time.toHours(), minutes);
  }

  private String title() {
    int dot = job.filename().lastIndexOf('.');
    return dot > 0 ? job.filename().substring(0, dot) : job.filename();
  }
}
