package org.lecturehighlights.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;

/**
 * Makes a lecture of a good two minutes with its captions and prints where they lie: slides with
 * text, a lecturer in the corner, and a voice that hums instead of speaking.
 */
public final class MakeSampleLecture {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int FRAMES_PER_SECOND = 10;
  private static final int RATE = 16_000;
  private static final Rectangle CAMERA = new Rectangle(960, 500, 320, 220);
  private static final Color PAPER = new Color(250, 248, 240);
  private static final Color INK = new Color(30, 40, 80);
  private static final Color WALL = new Color(70, 80, 85);
  private static final Color SKIN = new Color(205, 160, 130);
  private static final Color JACKET = new Color(40, 60, 120);

  private final SampleScript script;

  MakeSampleLecture(SampleScript script) {
    this.script = script;
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments.length > 0 ? arguments[0] : "target/sample");
    Path video = new MakeSampleLecture(SampleScript.written()).in(directory);
    String name = video.toString();
    System.out.printf(
        """
        A sample lecture and its captions:
          %1$s
          %2$s
        Open http://localhost:8080 and choose both, or:
          curl -F file=@%1$s -F captions=@%2$s http://localhost:8080/api/v1/jobs
        """,
        name, name.replace(".mp4", ".vtt"));
  }

  /** Writes {@code lecture.mp4} and {@code lecture.vtt} and returns the first. */
  Path in(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("lecture.vtt"), script.webVtt());
    Path video = directory.resolve("lecture.mp4");
    Path sound = Files.createTempFile("sample", ".pcm");
    try {
      Files.write(sound, voice());
      FfmpegCommand command = new FfmpegCommand();
      command.input(Containers.RAW, sound, "-f", "s16le", "-ar", "" + RATE, "-ac", "1");
      command.standardInput(
          "-f",
          "rawvideo",
          "-pix_fmt",
          "bgr24",
          "-s",
          WIDTH + "x" + HEIGHT,
          "-r",
          "" + FRAMES_PER_SECOND);
      command.with("-c:v", "libx264", "-preset", "ultrafast", "-crf", "26");
      command.with("-pix_fmt", "yuv420p", "-g", "" + 3 * FRAMES_PER_SECOND);
      command.with("-c:a", "aac", "-b:a", "64k", "-movflags", "+faststart").output(video);
      LectureFixture.ffmpeg().run(command, this::film);
      return video;
    } finally {
      Files.delete(sound);
    }
  }

  private byte[] voice() {
    short[] samples =
        new LectureFixture(
                script.seconds(),
                WIDTH,
                HEIGHT,
                FRAMES_PER_SECOND,
                true,
                true,
                script.pauses(),
                List.of(),
                List.of(),
                Optional.of(CAMERA),
                List.of(),
                -60)
            .sound();
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  private void film(OutputStream frames) throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = picture.createGraphics();
    SampleScript.Slide shown = null;
    for (int frame = 0; frame < script.seconds() * FRAMES_PER_SECOND; frame++) {
      double seconds = (double) frame / FRAMES_PER_SECOND;
      SampleScript.Slide now = script.slideAt(seconds);
      if (!now.equals(shown)) {
        shown = now;
        paint(canvas, shown);
      }
      paintLecturer(canvas, frame, script.speaksAt(seconds));
      frames.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    }
    canvas.dispose();
  }

  private static void paint(Graphics2D canvas, SampleScript.Slide slide) {
    canvas.setColor(PAPER);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(INK);
    SlideLetters.write(canvas, slide.title(), 70, 70, 8);
    canvas.fillRect(70, 145, 1020, 4);
    int y = 210;
    for (String point : slide.points()) {
      canvas.fillRect(80, y + 10, 12, 12);
      SlideLetters.write(canvas, point, 120, y, 5);
      y += 80;
    }
  }

  /** Sways, and moves the hands while speaking. */
  private static void paintLecturer(Graphics2D canvas, int frame, boolean speaks) {
    Random restless = new Random(frame);
    int sway = (int) (18 * Math.sin(frame / 9.0));
    int hands = speaks ? restless.nextInt(50) : 0;
    int middle = CAMERA.x + CAMERA.width / 2 + sway;
    canvas.setClip(CAMERA);
    canvas.setColor(WALL);
    canvas.fill(CAMERA);
    canvas.setColor(JACKET);
    canvas.fillOval(middle - 75, CAMERA.y + 115, 150, 200);
    canvas.setColor(SKIN);
    canvas.fillOval(middle - 38, CAMERA.y + 25, 76, 100);
    canvas.fillOval(middle - 100, CAMERA.y + 185 - hands, 30, 30);
    canvas.fillOval(middle + 70, CAMERA.y + 160 + hands / 2, 30, 30);
    canvas.setColor(INK);
    canvas.fillOval(middle - 12, CAMERA.y + 92, 24, speaks ? 6 + restless.nextInt(14) : 4);
    canvas.fillOval(middle - 20, CAMERA.y + 60, 8, 8);
    canvas.fillOval(middle + 12, CAMERA.y + 60, 8, 8);
    canvas.setClip(null);
  }
}
