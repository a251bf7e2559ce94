package org.lecturehighlights.app.pipeline.durable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lecturehighlights.app.pipeline.Findings;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.Recording;
import org.lecturehighlights.app.pipeline.RenderedClip;
import org.lecturehighlights.app.pipeline.StageResult;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.content.StoredContentSegment;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.highlight.RunnerUpReason;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.silence.StoredSilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.runtime.PlainJson;
import org.lecturehighlights.platform.storage.WorkDirectory;
import org.lecturehighlights.service.clip.ClipFiles;
import org.lecturehighlights.service.clip.NewClip;
import org.lecturehighlights.service.clip.RunnerUp;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.ProcessingConfig;

/** What earlier stages of a job stored, and how an attempt at a stage stores what it finds. */
final class StoredFindings implements Findings, Closeable {
  private final StageAttempt attempt;
  private final Stores stores;
  private final WorkDirectory work;
  private final Job job;
  private final Recording recording;

  private StoredFindings(
      StageAttempt attempt, Stores stores, WorkDirectory work, Job job, Recording recording) {
    this.attempt = attempt;
    this.stores = stores;
    this.work = work;
    this.job = job;
    this.recording = recording;
  }

  static StoredFindings open(StageAttempt attempt, Stores stores, MediaProbe probe)
      throws IOException {
    Job job = stores.jobs().findUnchecked(attempt.jobId());
    Optional<Manifests.Initialized> initialized =
        Optional.ofNullable(attempt.manifests().get(LectureStage.INITIALIZING.code()))
            .map(Manifests.Initialized::of);
    WorkDirectory work = WorkDirectory.under(stores.config().workDirectory());
    Recording recording =
        Manifests.recording(job, initialized, stores.storage(), work.path(), probe);
    return new StoredFindings(attempt, stores, work, job, recording);
  }

  /** Where an attempt at a stage keeps its objects. */
  static String prefix(String jobId, String stage, int attempt) {
    return jobId + "/" + stage + "/" + attempt + "/";
  }

  /** Stores the objects now, and the rows in the transaction that ends the stage. */
  Outcome keep(StageResult result) {
    String jobId = attempt.jobId();
    return switch (result) {
      case StageResult.Initialized found -> {
        Map<Recording.Part, String> keys = new EnumMap<>(Recording.Part.class);
        found.files().forEach((part, file) -> keys.put(part, put(file, nameOf(file))));
        Recording.Facts facts = found.facts();
        yield done(
            result,
            PlainJson.write(Manifests.Initialized.of(facts, keys)),
            () ->
                stores
                    .jobs()
                    .probed(
                        jobId,
                        Seconds.of(facts.duration()),
                        Map.of("width", facts.width(), "height", facts.height())));
      }
      case StageResult.SilenceDetected found ->
          done(
              result,
              () -> {
                stores
                    .silences()
                    .replace(jobId, SilenceRegion.Kind.AUDIO_SILENCE, found.silence().regions());
                stores.waveforms().replace(jobId, found.waveform());
              });
      case StageResult.Transcribed found ->
          done(result, () -> stores.transcripts().replace(jobId, found.transcript()));
      case StageResult.LayoutAnalyzed found ->
          done(
              result,
              () -> {
                stores.layouts().replace(jobId, found.layout());
                stores
                    .silences()
                    .replace(jobId, SilenceRegion.Kind.BLANK_SCREEN, found.blankScreens());
              });
      case StageResult.ContentAnalyzed found ->
          done(result, () -> stores.content().replace(jobId, found.topics()));
      case StageResult.HighlightsSelected found ->
          done(
              result,
              PlainJson.write(found.highlights()),
              () -> stores.runnersUp().replace(jobId, runnersUp(found.highlights())));
      case StageResult.ClipsCompiled found -> {
        Map<Integer, String> slides = new TreeMap<>();
        found.slides().forEach((number, file) -> slides.put(number, put(file, nameOf(file))));
        List<NewClip> clips = found.clips().stream().map(this::put).toList();
        yield done(
            result,
            () -> {
              stores.clips().replace(jobId, clips);
              stores.slides().replace(jobId, slides);
            });
      }
      case StageResult.Later later -> new Outcome.Retry(later.problem(), later.retryAfter());
    };
  }

  Path directory() {
    return work.path();
  }

  @Override
  public ClipRules rules() {
    ProcessingConfig config = job.config();
    return new ClipRules(
        config.clipCount() == null ? ClipRules.DEFAULT.count() : config.clipCount(),
        Seconds.toDuration(config.shortestClipSeconds()),
        Seconds.toDuration(config.longestClipSeconds()));
  }

  @Override
  public boolean isForPlayer() {
    return true;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public List<SilenceRegion> audioSilences() {
    return stores.silences().find(attempt.jobId()).stream()
        .map(StoredSilenceRegion::region)
        .filter(region -> region.kind() == SilenceRegion.Kind.AUDIO_SILENCE)
        .toList();
  }

  @Override
  public Transcript transcript() {
    return stores.transcripts().transcript(attempt.jobId());
  }

  @Override
  public LayoutAnalysis layout() {
    return stores.layouts().find(attempt.jobId()).orElseThrow().layout();
  }

  @Override
  public List<ContentSegment> topics() {
    return stores.content().find(attempt.jobId()).stream()
        .map(StoredContentSegment::segment)
        .toList();
  }

  @Override
  public Highlights highlights() {
    return PlainJson.read(attempt.manifestOf(LectureStage.SEGMENTATION.code()), Highlights.class);
  }

  @Override
  public void close() throws IOException {
    work.close();
  }

  private Outcome done(StageResult result, Runnable rows) {
    return done(result, Manifests.empty(), rows);
  }

  private Outcome done(StageResult result, JsonNode manifest, Runnable rows) {
    return new Outcome.Done(
        manifest,
        () -> {
          rows.run();
          result.warnings().forEach(warning -> stores.jobs().warn(attempt.jobId(), warning));
        });
  }

  /** Stores a file of this attempt and returns its key. */
  private String put(Path file, String name) {
    String key = prefix(attempt.jobId(), attempt.stage(), attempt.attempt()) + name;
    stores.storage().put(key, file);
    return key;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  private NewClip put(RenderedClip clip) {
    String clipId = JobIds.next("clip_");
    Map<CaptionFormat, String> subtitles = new EnumMap<>(CaptionFormat.class);
    clip.subtitles()
        .ifPresent(written ->
            written
                .files()
                .forEach(
                    (format, file) -> subtitles.put(format, put(file, format.fileName(clipId)))));
    return new NewClip(
        clipId,
        clip.order(),
        clip.cut().with(clip.sourceFacts()),
        new ClipFiles(
            put(clip.video(), clipId + ".mp4"),
            put(clip.thumbnail(), clipId + ".jpg"),
            subtitles.get(CaptionFormat.WEB_VTT)));
  }

  private List<RunnerUp> runnersUp(Highlights highlights) {
    List<RunnerUp> all = new ArrayList<>();
    for (Cut cut : highlights.runnersUp()) {
      all.add(new RunnerUp(all.size() + 1, cut, RunnerUpReason.of(cut, highlights, rules())));
    }
    return all;
  }
}
