package org.lecturehighlights.app.pipeline.durable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.app.pipeline.Recording;
import org.lecturehighlights.app.pipeline.Recording.Part;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutProof;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.media.AudioStream;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.runtime.PlainJson;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;

/** What stages leave for each other in the engine, as JSON. */
final class Manifests {
  private Manifests() {}

  /**
   * Where initializing put its files, and what it found out. Members that a later version adds are
   * ignored, so that both versions can run at the same time.
   *
   * @param info null if an earlier version wrote it, which did not look for captions either
   * @param captionsKey of the embedded captions as WebVTT, if there are any and no others came with
   *     the lecture
   */
  @RegisterForReflection(
      targets = {
        Initialized.class,
        MediaInfo.class,
        VideoStream.class,
        AudioStream.class,
        Loudness.class,
        Highlights.class,
        Cut.class,
        CutProof.class,
        Span.class
      })
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Initialized(
      @Nullable String audioKey,
      @Nullable String framesKey,
      Duration duration,
      boolean truncated,
      @Nullable Loudness loudness,
      List<Double> channelLevels,
      int width,
      int height,
      @Nullable MediaInfo info,
      @Nullable String captionsKey) {

    /**
     * @param keys of the files that initializing made
     */
    static Initialized of(Recording.Facts facts, Map<Part, String> keys) {
      return new Initialized(
          keys.get(Part.AUDIO),
          keys.get(Part.FRAMES),
          facts.duration(),
          facts.truncated(),
          facts.loudness().orElse(null),
          facts.channelLevels(),
          facts.width(),
          facts.height(),
          facts.info().orElse(null),
          keys.get(Part.EMBEDDED_CAPTIONS));
    }

    static Initialized of(JsonNode manifest) {
      return PlainJson.read(manifest, Initialized.class);
    }

    private Recording.Facts facts() {
      return new Recording.Facts(
          Optional.ofNullable(info),
          duration,
          truncated,
          Optional.ofNullable(loudness),
          channelLevels,
          width,
          height);
    }
  }

  /**
   * The recording of a job, whose files come from storage when they are first asked for.
   *
   * @param initialized the manifest of initializing; empty before it, and for legacy jobs
   * @param workDirectory for copies of the files
   */
  static Recording recording(
      Job job,
      Optional<Initialized> initialized,
      ObjectStorage storage,
      Path workDirectory,
      MediaProbe probe) {
    Map<Part, @Nullable String> keys = new EnumMap<>(Part.class);
    keys.put(Part.ORIGINAL, job.lectureKey());
    keys.put(Part.CAPTIONS, job.captionsKey());
    initialized.ifPresent(made -> {
      keys.put(Part.AUDIO, made.audioKey());
      keys.put(Part.FRAMES, made.framesKey());
      keys.put(Part.EMBEDDED_CAPTIONS, made.captionsKey());
    });
    Map<Part, Supplier<Path>> files = new EnumMap<>(Part.class);
    keys.forEach((part, key) -> {
      if (key != null) {
        files.put(part, () -> storage.fetch(key, workDirectory));
      }
    });
    return new Recording(initialized.map(Initialized::facts), files, probe);
  }

  /** The manifest of a stage of which later ones need only the rows. */
  static JsonNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
