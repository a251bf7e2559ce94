package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.SampleCuts;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutService;
import org.lecturehighlights.lecture.layout.LayoutSpan;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.layout.slide.SlidePictureService;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.SilenceService;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.silence.waveform.WaveformService;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.lecture.transcript.Word;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;

/** A completed job with two topics, two clips and all files, for tests that read results. */
@ApplicationScoped
public class SampleResults {
  public static final byte[] VIDEO = ascii("0123456789".repeat(10));
  public static final byte[] PICTURE = ascii("picture");
  public static final byte[] SUBTITLES =
      ascii("WEBVTT\n\n00:00:00.250 --> 00:00:02.000\nFirst &amp; last.\n");
  public static final byte[] LECTURE = ascii("a whole lecture");

  private final SampleJobs jobs;
  private final SilenceService silences;
  private final LayoutService layouts;
  private final TranscriptService transcripts;
  private final ContentService content;
  private final ClipService clips;
  private final RunnerUpService runnersUp;
  private final WaveformService waveforms;
  private final SlidePictureService pictures;
  private final ObjectStorage storage;

  SampleResults(
      SampleJobs jobs,
      SilenceService silences,
      LayoutService layouts,
      TranscriptService transcripts,
      ContentService content,
      ClipService clips,
      RunnerUpService runnersUp,
      WaveformService waveforms,
      SlidePictureService pictures,
      ObjectStorage storage) {
    this.jobs = jobs;
    this.silences = silences;
    this.layouts = layouts;
    this.transcripts = transcripts;
    this.content = content;
    this.clips = clips;
    this.runnersUp = runnersUp;
    this.waveforms = waveforms;
    this.pictures = pictures;
    this.storage = storage;
  }

  /** Returns the job; its clips are {@code clip_1_<job>} and {@code clip_2_<job>}. */
  public String job() {
    String job = jobs.completed();
    silences.replace(
        job,
        SilenceRegion.Kind.AUDIO_SILENCE,
        List.of(silence(1.5, 2.25, -41.5), silence(30, 33, -41.5)));
    layouts.replace(job, layout());
    transcripts.replace(job, transcript());
    content.replace(
        job,
        List.of(
            topic(1, 0, 30, "Joins", List.of("inner", "outer")),
            topic(2, 30, 60.5, "Keys", List.of())));
    clips.replace(job, List.of(clip(job, 2, 31, 55), clip(job, 1, 2, 28)));
    runnersUp.replace(job, List.of(runnerUp()));
    waveforms.replace(job, Optional.of(new Waveform(10, new byte[] {-127, 127, 0, 0, -3, 64})));
    pictures.replace(job, Map.of(1, slideKey(job)));
    put(slideKey(job), PICTURE);
    put(uploadKey(job), LECTURE);
    put(key(job, 1, "mp4"), VIDEO);
    put(key(job, 1, "jpg"), PICTURE);
    put(key(job, 1, "vtt"), SUBTITLES);
    return job;
  }

  /** A clip of the job; the first has all files, the second neither picture nor subtitles. */
  public static NewClip clip(String job, int order, double start, double end) {
    Cut cut =
        SampleCuts.explained(
            Span.ofSeconds(start, end),
            "Joins: \"inner\" & outer/" + order,
            order == 1 ? "Joins" : null,
            order,
            order == 1 ? 0.75 : null);
    ClipFiles files =
        new ClipFiles(
            key(job, order, "mp4"),
            order == 1 ? key(job, 1, "jpg") : null,
            order == 1 ? key(job, 1, "vtt") : null);
    return new NewClip(clipId(job, order), order, cut, files);
  }

  /** The only runner-up, number 1. */
  private static RunnerUp runnerUp() {
    Cut cut = SampleCuts.bare(Span.ofSeconds(33, 54)).inSegment(null).titled("The next best");
    return new RunnerUp(1, cut, "It scores less.");
  }

  public static String clipId(String job, int order) {
    return "clip_" + order + "_" + job;
  }

  public static String key(String job, int order, String ending) {
    return "clips/" + job + "/" + order + "." + ending;
  }

  /** The key of the first slide's picture; the second slide has none. */
  public static String slideKey(String job) {
    return job + "/compilation/1/slide_0001.jpg";
  }

  public static String uploadKey(String job) {
    return "uploads/" + job + "/original.mp4";
  }

  public void put(String key, byte[] bytes) {
    storage.put(key, new ByteArrayInputStream(bytes), bytes.length);
  }

  private static SilenceRegion silence(double start, double end, double threshold) {
    return new SilenceRegion(
        Span.ofSeconds(start, end), SilenceRegion.Kind.AUDIO_SILENCE, threshold);
  }

  private static ContentSegment topic(
      int order, double start, double end, String topic, List<String> keywords) {
    return new ContentSegment(
        Span.ofSeconds(start, end), topic, null, 0.5, keywords, List.of("relational model"), order);
  }

  private static LayoutAnalysis layout() {
    Region screen = new Region(0, 0, 1440, 1080);
    Region camera = new Region(1440, 0, 480, 270);
    return new LayoutAnalysis(
        screen,
        camera,
        0.75,
        LayoutType.SIDE_BY_SIDE,
        0.9,
        Duration.ofSeconds(30),
        List.of(new LayoutSpan(Span.ofSeconds(0, 60.5), LayoutType.SIDE_BY_SIDE, screen, camera)),
        List.of(new ScreenChange(Duration.ofMillis(12_250), ScreenChange.Kind.NEW_SLIDE, 0.5)),
        List.of(Span.ofSeconds(58, 60)),
        false);
  }

  private static Transcript transcript() {
    return new Transcript(
        Transcript.Source.CAPTION_FILE,
        List.of(
            segment(2.25, 6, "Let us join two tables.", null),
            segment(6.5, 9, "Both have keys.", null),
            segment(12, 15, "Why?", "1")));
  }

  private static TranscriptSegment segment(
      double start, double end, String text, @Nullable String speaker) {
    return new TranscriptSegment(
        Span.ofSeconds(start, end),
        text,
        0.5,
        speaker,
        List.of(new Word(Span.ofSeconds(start, start + 0.5), text.split(" ", 2)[0])));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
