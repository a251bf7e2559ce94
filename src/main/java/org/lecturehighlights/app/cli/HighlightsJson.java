package org.lecturehighlights.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.app.pipeline.LectureResult;
import org.lecturehighlights.app.pipeline.RenderedClip;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutJson;
import org.lecturehighlights.lecture.highlight.CutView;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * The document {@code highlights.json}: members named after the seven tables, fields as in the API,
 * files by paths relative to the document. Except for ids and dates, the same lecture gives the
 * same document; how long a stage took is the difference between its two dates.
 */
@RegisterForReflection(targets = CutView.class)
final class HighlightsJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final LectureResult result;
  private final Names names;
  private final Instant started;

  HighlightsJson(LectureResult result, Names names, Instant started) {
    this.result = result;
    this.names = names;
    this.started = started;
  }

  /**
   * What only the caller knows.
   *
   * @param lecture the file that was read
   */
  record Names(Path lecture, long fileSize) {}

  /** The document as it is written to the file. */
  String text() {
    return document().toPrettyString() + "\n";
  }

  private ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    document.putArray("jobs").add(job());
    document.set("transcripts", list(result.transcript().segments(), this::sentence));
    document.set("silence_regions", list(result.silences(), this::silence));
    document.set("layout_analysis", layout());
    document.set("content_segments", topics(result.topics()));
    document.set("clips", list(result.rendered(), this::clip));
    document.set("processing_logs", logs());
    return document;
  }

  /** Topics in the form that the API has. */
  static ArrayNode topics(List<ContentSegment> topics) {
    return list(topics, HighlightsJson::topic);
  }

  private interface Row<T> {
    ObjectNode of(T value, int number);
  }

  private static <T> ArrayNode list(List<T> values, Row<T> row) {
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i < values.size(); i++) {
      rows.add(row.of(values.get(i), i + 1));
    }
    return rows;
  }

  private ObjectNode job() {
    ObjectNode job = JSON.objectNode();
    job.put("job_id", "job_1").put("status", "completed");
    job.put("filename", names.lecture().getFileName().toString());
    job.put("file_size", names.fileSize());
    job.put("video_duration", Seconds.of(result.length()));
    ArrayNode warnings = job.putArray("warnings");
    result
        .warnings()
        .forEach(warning ->
            warnings.addObject().put("code", warning.code()).put("message", warning.message()));
    job.put("transcript_source", lower(result.transcript().source()));
    return job.put("created_at", started.toString()).put("completed_at", finished().toString());
  }

  private ObjectNode sentence(TranscriptSegment sentence, int number) {
    ObjectNode row = JSON.objectNode().put("segment_id", "transcript_" + number);
    times(row, sentence.span()).put("text", sentence.text());
    row.put("confidence", sentence.confidence()).put("speaker_id", sentence.speaker());
    if (!sentence.words().isEmpty()) {
      ArrayNode words = row.putArray("words");
      sentence
          .words()
          .forEach(word -> times(words.addObject(), word.span()).put("text", word.text()));
    }
    return row;
  }

  private ObjectNode silence(SilenceRegion silence, int number) {
    ObjectNode row = JSON.objectNode().put("region_id", "silence_" + number);
    times(row, silence.span()).put("duration", silence.span().lengthSeconds());
    return row.put("silence_type", lower(silence.kind()))
        .put("amplitude_threshold", silence.amplitudeThreshold());
  }

  private ObjectNode layout() {
    LayoutAnalysis layout = result.layout();
    ObjectNode row = JSON.objectNode().put("layout_id", "layout_1").put("job_id", "job_1");
    row.set("screen_region", region(layout.screen()));
    row.set("camera_region", region(layout.camera()));
    row.put("split_ratio", layout.splitRatio()).put("layout_type", lower(layout.type()));
    row.put("confidence_score", layout.confidence());
    row.put("sample_frame_time", Seconds.of(layout.sampleFrame()));
    row.set(
        "timeline",
        list(
            layout.timeline(),
            (part, number) -> {
              ObjectNode span = times(JSON.objectNode(), part.span());
              span.put("layout_type", lower(part.type()));
              span.set("screen_region", region(part.screen()));
              return span.set("camera_region", region(part.camera()));
            }));
    row.set(
        "screen_changes",
        list(
            layout.changes(),
            (change, number) ->
                JSON.objectNode()
                    .put("time", Seconds.of(change.at()))
                    .put("kind", lower(change.kind()))
                    .put("changed", change.changed())));
    return row.put("frozen", layout.frozen());
  }

  private static ObjectNode topic(ContentSegment topic, int number) {
    ObjectNode row = JSON.objectNode().put("segment_id", segmentId(topic.order()));
    times(row, topic.span()).put("duration", topic.span().lengthSeconds());
    row.put("topic", topic.topic()).put("description", topic.description());
    row.put("importance_score", topic.importance());
    topic.keywords().forEach(row.putArray("keywords")::add);
    topic.concepts().forEach(row.putArray("concepts")::add);
    return row.put("segment_order", topic.order());
  }

  private ObjectNode clip(RenderedClip rendered, int number) {
    Integer segment = rendered.cut().segment();
    Cut cut = rendered.cut().inSegment(segment == null ? null : segmentId(segment));
    ObjectNode row = JSON.objectNode().put("clip_id", "clip_" + number);
    row.setAll((ObjectNode) PlainJson.write(CutView.of(cut)));
    row.put("clip_order", rendered.order());
    row.put("s3_key", file(rendered.video())).put("url", file(rendered.video()));
    row.put("thumbnail_url", file(rendered.thumbnail()));
    for (CaptionFormat format : CaptionFormat.values()) {
      row.put(
          format == CaptionFormat.WEB_VTT
              ? "subtitle_url"
              : "subtitle_" + format.extension() + "_url",
          rendered.subtitles().map(s -> file(s.file(format))).orElse(null));
    }
    // The document has all members, even those that rows leave out.
    ObjectNode proof = row.withObject("/extra_metadata/proof");
    CutJson.PROOF_MEMBERS.stream().filter(name -> !proof.has(name)).forEach(proof::putNull);
    return row;
  }

  private ArrayNode logs() {
    ArrayNode rows = JSON.arrayNode();
    Instant at = started;
    for (LectureResult.Timing timing : result.timings()) {
      rows.add(log(rows.size(), timing, "started", at));
      at = at.plus(timing.took());
      rows.add(log(rows.size(), timing, "completed", at));
    }
    return rows;
  }

  private static ObjectNode log(
      int before, LectureResult.Timing timing, String status, Instant at) {
    return JSON.objectNode()
        .put("log_id", "log_" + (before + 1))
        .put("job_id", "job_1")
        .put("stage", timing.stage().code())
        .put("status", status)
        .put("created_at", at.toString());
  }

  private Instant finished() {
    return result.timings().stream()
        .map(LectureResult.Timing::took)
        .reduce(started, Instant::plus, (a, b) -> b);
  }

  private static String segmentId(int order) {
    return "segment_" + order;
  }

  private static ObjectNode times(ObjectNode row, Span span) {
    return row.put("start_time", span.startSeconds()).put("end_time", span.endSeconds());
  }

  private static ObjectNode region(Region region) {
    return JSON.objectNode()
        .put("x", region.x())
        .put("y", region.y())
        .put("width", region.width())
        .put("height", region.height());
  }

  private static String file(Path path) {
    return path.getFileName().toString();
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
