package org.lecturehighlights.lecture.media.render;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

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
    try {
      render(order, new ClipGraph(order, true), progress);
    } catch (Problem failure) {
      if (failure.kind() != ProblemKind.MEDIA_DAMAGED) {
        throw failure;
      }
      // Broadcasts and broken indexes can be played from their start all the same.
      render(order, new ClipGraph(order, false), progress);
    }
  }

  private void render(RenderOrder order, ClipGraph graph, DoubleConsumer progress)
      throws InterruptedException {
    FfmpegCommand command = new FfmpegCommand(FfmpegPurpose.CLIP);
    for (ClipGraph.Group group : graph.groups()) {
      // From the key frame on: what a seldom refreshed screen shows may be much older.
      String seek = String.format(Locale.ROOT, "%.3f", group.seek().toMillis() / 1000.0);
      // A seek to the very start fails where the start is negative.
      String[] options =
          group.seek().isZero() ? new String[0] : new String[] {"-noaccurate_seek", "-ss", seek};
      command.input(Containers.LECTURE, order.lecture(), options);
    }
    command.with("-filter_complex", graph.filters());
    if (order.info().video().isPresent()) {
      command.with("-map", "[v]", "-c:v", "libx264", "-preset", "veryfast", "-crf", "21");
      // As many as there are processors would take gigabytes on a large machine.
      command.with("-threads", "4");
    }
    command
        .with("-map", "[a]", "-c:a", "aac", "-b:a", "128k")
        // Nothing of the recording's metadata (names, places) goes into the clip.
        .with("-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-f", "mp4")
        .output(order.output());
    ffmpeg.run(command, order.length(), progress);
  }
}
