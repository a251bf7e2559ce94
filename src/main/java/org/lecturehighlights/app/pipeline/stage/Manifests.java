package org.lecturehighlights.app.pipeline.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.app.pipeline.step.Recording;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutProof;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.lecture.timeline.Span;

/** What stages tell each other through the ledger, as JSON. */
public final class Manifests {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

  private Manifests() {}

  /** Where initializing put its files, and what it measured. */
  @RegisterForReflection(
      targets = {
        Initialized.class,
        Loudness.class,
        Highlights.class,
        Cut.class,
        CutProof.class,
        Span.class
      })
  record Initialized(
      @Nullable String audioKey,
      @Nullable String framesKey,
      Duration duration,
      boolean truncated,
      @Nullable Loudness loudness,
      List<Double> channelLevels,
      int width,
      int height) {

    static Initialized of(Recording found, Optional<String> audioKey, Optional<String> framesKey) {
      return new Initialized(
          audioKey.orElse(null),
          framesKey.orElse(null),
          found.duration(),
          found.truncated(),
          found.loudness().orElse(null),
          found.channelLevels(),
          found.width(),
          found.height());
    }

    Recording fetch(StageFolder folder) {
      return new Recording(
          path(folder, audioKey),
          path(folder, framesKey),
          duration,
          truncated,
          Optional.ofNullable(loudness),
          channelLevels,
          width,
          height);
    }

    private static Optional<Path> path(StageFolder folder, @Nullable String key) {
      return Optional.ofNullable(key).map(folder::fetch);
    }
  }

  /** How loud the lecture is, as the manifest of initializing tells. */
  public static Optional<Loudness> loudness(JsonNode initialized) {
    return Optional.ofNullable(read(initialized, Initialized.class).loudness());
  }

  static JsonNode write(Object manifest) {
    return MAPPER.valueToTree(manifest);
  }

  static JsonNode empty() {
    return MAPPER.createObjectNode();
  }

  static <T> T read(JsonNode manifest, Class<T> type) {
    try {
      return MAPPER.treeToValue(manifest, type);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("a manifest of another version", foreign);
    }
  }
}
