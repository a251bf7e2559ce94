package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.highlight.ClipTimeline;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.render.ClipRenderer;
import org.lecturehighlights.lecture.media.render.RenderOrder;
import org.lecturehighlights.lecture.media.render.ThumbnailRenderer;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;

/** Makes the files of the chosen clips, one clip after the other. */
public final class RenderClips {
  private final ClipRenderer renderer;
  private final ThumbnailRenderer thumbnails;

  public RenderClips(Ffmpeg ffmpeg) {
    this.renderer = new ClipRenderer(ffmpeg);
    this.thumbnails = new ThumbnailRenderer(ffmpeg);
  }

  /** Writes {@code clip_01.mp4}, {@code .jpg}, the subtitles in all formats and so on. */
  public List<RenderedClip> render(
      Recording recording,
      List<Cut> clips,
      Transcript transcript,
      Path directory,
      DoubleConsumer progress)
      throws InterruptedException {
    if (clips.isEmpty()) {
      return List.of();
    }
    Path lecture = recording.original();
    MediaInfo info = recording.info();
    double gain = recording.loudness().map(l -> l.gainTo(Loudness.WEB_SPEECH)).orElse(0.0);
    double whole = seconds(clips.stream().map(Cut::length).toList());
    List<RenderedClip> rendered = new ArrayList<>();
    double done = 0;
    for (Cut clip : clips) {
      String name = "clip_%02d".formatted(rendered.size() + 1);
      Path video = directory.resolve(name + ".mp4");
      Path thumbnail = directory.resolve(name + ".jpg");
      RenderOrder order = new RenderOrder(lecture, info, clip.played(), gain, video);
      double before = done;
      double share = seconds(List.of(clip.length()));
      renderer.render(order, part -> progress.accept((before + share * part) / whole));
      thumbnails.renderThumbnail(lecture, info, clip.played(), thumbnail);
      rendered.add(
          new RenderedClip(
              rendered.size() + 1,
              clip,
              video,
              thumbnail,
              subtitles(clip, transcript, directory, name),
              info.video()));
      done += share;
      progress.accept(done / whole);
    }
    return rendered;
  }

  private static Optional<RenderedClip.Subtitles> subtitles(
      Cut clip, Transcript transcript, Path directory, String name) {
    if (transcript.segments().isEmpty()) {
      return Optional.empty();
    }
    List<TranscriptSegment> cues = new ClipTimeline(clip.played()).subtitles(transcript);
    Map<CaptionFormat, Path> files = new EnumMap<>(CaptionFormat.class);
    for (CaptionFormat format : CaptionFormat.values()) {
      files.put(format, write(directory.resolve(format.fileName(name)), format.write(cues)));
    }
    return Optional.of(new RenderedClip.Subtitles(files));
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static double seconds(List<Duration> lengths) {
    return lengths.stream().mapToLong(Duration::toMillis).sum() / 1000.0;
  }
}
