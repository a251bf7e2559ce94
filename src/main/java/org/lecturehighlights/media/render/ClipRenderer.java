package org.lecturehighlights.media.render;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.media.process.Containers;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.process.FfmpegCommand;
import org.lecturehighlights.media.process.FfmpegPurpose;

/** Makes a clip that plays everywhere: MP4 with H.264 and AAC, ready for streaming. */
public final class ClipRenderer {
  private final Ffmpeg ffmpeg;

  public ClipRenderer(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Renders the kept spans one after the other, at most 1920x1080. A lecture without sound gets a
   * silent track.
   */
  public void render(RenderOrder order, DoubleConsumer progress) throws InterruptedException {
    ClipGraph graph = new ClipGraph(order);
    FfmpegCommand command = new FfmpegCommand(FfmpegPurpose.CLIP);
    for (ClipGraph.Group group : graph.groups()) {
      command.input(
          Containers.LECTURE,
          order.lecture(),
          // From the key frame on: what a seldom refreshed screen shows may be much older.
          "-noaccurate_seek",
          "-ss",
          String.format(Locale.ROOT, "%.3f", group.seek().toMillis() / 1000.0));
    }
    command.with("-filter_complex", graph.filters());
    if (order.info().video().isPresent()) {
      command.with("-map", "[v]", "-c:v", "libx264", "-preset", "veryfast", "-crf", "21");
    }
    command
        .with("-map", "[a]", "-c:a", "aac", "-b:a", "128k")
        // Nothing of the recording's metadata (names, places) goes into the clip.
        .with("-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-f", "mp4")
        .output(order.output());
    ffmpeg.run(command, order.length(), progress);
  }
}
