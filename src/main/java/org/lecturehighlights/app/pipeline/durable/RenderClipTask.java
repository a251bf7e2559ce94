package org.lecturehighlights.app.pipeline.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.Recording;
import org.lecturehighlights.app.pipeline.RenderClips;
import org.lecturehighlights.app.pipeline.RenderedClip;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.run.Engine;
import org.lecturehighlights.platform.engine.task.TaskAttempt;
import org.lecturehighlights.platform.engine.task.TaskHandler;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.WorkDirectory;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipFiles;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.RerenderService;
import org.lecturehighlights.service.job.JobService;

/** Renders one clip again. The old files are served until the new ones are there. */
@Singleton
class RenderClipTask implements TaskHandler {
  private static final String REPLACED = "replaced";

  private final LectureTools tools;
  private final JobService jobs;
  private final ClipService clips;
  private final RerenderService rerendered;
  private final TranscriptService transcripts;
  private final Engine engine;
  private final ObjectStorage storage;
  private final StorageConfig config;

  RenderClipTask(
      LectureTools tools,
      JobService jobs,
      ClipService clips,
      RerenderService rerendered,
      TranscriptService transcripts,
      Engine engine,
      ObjectStorage storage,
      StorageConfig config) {
    this.tools = tools;
    this.jobs = jobs;
    this.clips = clips;
    this.rerendered = rerendered;
    this.transcripts = transcripts;
    this.engine = engine;
    this.storage = storage;
    this.config = config;
  }

  @Override
  public String kind() {
    return PendingEdit.KIND;
  }

  @Override
  public Outcome run(TaskAttempt run) throws InterruptedException {
    Optional<Clip> before = clips.findOne(run.subject());
    if (before.isEmpty()) {
      // The clip was removed and its task with it, so nobody will read this.
      return new Outcome.Cancelled();
    }
    PendingEdit wanted = PendingEdit.of(run.wanted(), before.get());
    try (WorkDirectory work = WorkDirectory.under(config.workDirectory())) {
      RenderedClip rendered = render(run, wanted, work.path());
      ClipFiles files = keep(rendered, run);
      PendingEdit shown = wanted.with(rendered.sourceFacts());
      return new Outcome.Done(
          replaced(before.get()), () -> rerendered.rendered(before.get(), shown, files));
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public void discard(TaskAttempt run) {
    storage.deletePrefix(ClipFiles.prefix(run.jobId(), run.subject(), run.attempt()));
  }

  @Override
  public void tidy(TaskAttempt run, JsonNode manifest) {
    manifest.path(REPLACED).forEach(key -> storage.deletePrefix(key.asText()));
  }

  private RenderedClip render(TaskAttempt run, PendingEdit wanted, Path work)
      throws InterruptedException {
    // Legacy jobs have no manifest; their clips keep the loudness of the lecture.
    Recording recording =
        Manifests.recording(
            jobs.findUnchecked(run.jobId()),
            engine
                .manifest(run.jobId(), LectureStage.INITIALIZING.code())
                .map(Manifests.Initialized::of),
            storage,
            work,
            tools.probe());
    return new RenderClips(tools.ffmpeg())
        .render(
            recording, List.of(wanted.cut()), transcripts.transcript(run.jobId()), work, _ -> {})
        .getFirst();
  }

  private ClipFiles keep(RenderedClip rendered, TaskAttempt run) {
    String stem = ClipFiles.prefix(run.jobId(), run.subject(), run.attempt()) + run.subject();
    storage.put(stem + ".mp4", rendered.video());
    storage.put(stem + ".jpg", rendered.thumbnail());
    @Nullable String subtitles = null;
    if (rendered.subtitles().isPresent()) {
      rendered
          .subtitles()
          .get()
          .files()
          .forEach((format, file) -> storage.put(format.fileName(stem), file));
      subtitles = CaptionFormat.WEB_VTT.fileName(stem);
    }
    return new ClipFiles(stem + ".mp4", stem + ".jpg", subtitles);
  }

  private static ObjectNode replaced(Clip before) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    before.keys().forEach(manifest.putArray(REPLACED)::add);
    return manifest;
  }
}
