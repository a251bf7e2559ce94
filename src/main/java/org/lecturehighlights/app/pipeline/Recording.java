package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.decode.Loudness;

/**
 * A lecture as stages see it: what initializing found out, and files, each fetched once, when it is
 * first asked for. Serves one attempt, on one thread.
 */
public final class Recording {
  private final Optional<Facts> facts;
  private final Map<Part, Supplier<Path>> files;
  private final MediaProbe probe;
  private final Map<Part, Path> fetched = new EnumMap<>(Part.class);
  private @Nullable MediaInfo info;

  /**
   * @param facts empty before the lecture is initialized, and if they were not kept
   * @param files the existing parts, and how each becomes a local file
   */
  public Recording(
      Optional<Facts> facts, Map<Part, ? extends Supplier<Path>> files, MediaProbe probe) {
    this.facts = facts;
    this.files = Map.copyOf(files);
    this.probe = probe;
    this.info = facts.flatMap(Facts::info).orElse(null);
  }

  /** The files of a lecture. */
  public enum Part {
    /** The file as it was uploaded. */
    ORIGINAL,
    /** WebVTT that came with the lecture. */
    CAPTIONS,
    /** The sound: 16 kHz mono. */
    AUDIO,
    /** The picture: small gray frames. */
    FRAMES,
    /** WebVTT of the captions inside the lecture; made only if no captions came with it. */
    EMBEDDED_CAPTIONS
  }

  /**
   * What initializing found out.
   *
   * @param info of the original; empty if an earlier version initialized the lecture
   * @param duration as decoded
   * @param truncated the file declares more than it contains
   * @param channelLevels RMS of each channel in dBFS, −200 for digital silence
   * @param width of the lecture's picture in pixels; 0 without one
   */
  public record Facts(
      Optional<MediaInfo> info,
      Duration duration,
      boolean truncated,
      Optional<Loudness> loudness,
      List<Double> channelLevels,
      int width,
      int height) {
    public Facts {
      channelLevels = List.copyOf(channelLevels);
    }
  }

  /** What the original contains. Probes it if that is not known yet. */
  public MediaInfo info() throws InterruptedException {
    if (info == null) {
      info = probe.probe(original());
    }
    return info;
  }

  /** Whether this version initialized the lecture, so that its embedded captions are files. */
  public boolean hasInfo() {
    return facts.flatMap(Facts::info).isPresent();
  }

  /** To ask for them before the lecture is initialized is a defect. */
  public Facts facts() {
    return facts.orElseThrow(() -> new IllegalStateException("the lecture is not initialized"));
  }

  public Duration duration() {
    return facts().duration();
  }

  /** Empty without a sound track, and if it was not kept. */
  public Optional<Loudness> loudness() {
    return facts.flatMap(Facts::loudness);
  }

  public Path original() {
    return file(Part.ORIGINAL).orElseThrow();
  }

  /** Whether there is such a file. Fetches nothing. */
  public boolean has(Part part) {
    return files.containsKey(part);
  }

  /** A file of the lecture, if it has one; it must not be changed. */
  public Optional<Path> file(Part part) {
    return Optional.ofNullable(files.get(part))
        .map(file -> fetched.computeIfAbsent(part, _ -> file.get()));
  }
}
