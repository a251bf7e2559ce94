package org.lecturehighlights.lecture.media;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.MediaLimits;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A small lecture whose truth is known: sounds like speech with pauses at given times, slides that
 * change at given times, and a restless camera picture.
 *
 * @param seconds length
 * @param pauses nobody speaks; everywhere else syllables follow each other
 * @param slides seconds at which the next slide appears; the first is there from the start
 * @param bullets seconds at which the slide gets one more line
 * @param camera in pixels, or empty for slides alone
 * @param blank the screen shows nothing
 * @param noise level of the room in dBFS
 */
public record LectureFixture(
    double seconds,
    int width,
    int height,
    int framesPerSecond,
    boolean hasAudio,
    boolean hasVideo,
    List<Span> pauses,
    List<Double> slides,
    List<Double> bullets,
    Optional<Rectangle> camera,
    List<Span> blank,
    double noise) {
  private static final int RATE = 16_000;

  /** A pause of 1.2 s before every fifth second, a slide every ten seconds, a camera. */
  public static LectureFixture ofSeconds(double seconds) {
    List<Span> pauses = new ArrayList<>();
    List<Double> slides = new ArrayList<>();
    for (double at = 5; at < seconds; at += 5) {
      pauses.add(Span.ofSeconds(at - 1.2, at));
    }
    for (double at = 10; at < seconds; at += 10) {
      slides.add(at);
    }
    return new LectureFixture(
        seconds,
        640,
        360,
        10,
        true,
        true,
        pauses,
        slides,
        List.of(),
        Optional.of(new Rectangle(480, 260, 160, 100)),
        List.of(),
        -60);
  }

  /** The ffmpeg of the class path or of the machine. */
  public static Ffmpeg ffmpeg() {
    return new Ffmpeg(Optional.empty(), MediaLimits.DEFAULT);
  }

  public LectureFixture withoutAudio() {
    return with(false, hasVideo, pauses, slides, bullets, camera, blank, noise);
  }

  public LectureFixture withoutVideo() {
    return with(hasAudio, false, pauses, slides, bullets, camera, blank, noise);
  }

  public LectureFixture withPauses(Span... at) {
    return with(hasAudio, hasVideo, List.of(at), slides, bullets, camera, blank, noise);
  }

  public LectureFixture withSlides(Double... at) {
    return with(hasAudio, hasVideo, pauses, List.of(at), bullets, camera, blank, noise);
  }

  public LectureFixture withBullets(Double... at) {
    return with(hasAudio, hasVideo, pauses, slides, List.of(at), camera, blank, noise);
  }

  public LectureFixture withCamera(Rectangle at) {
    return with(hasAudio, hasVideo, pauses, slides, bullets, Optional.of(at), blank, noise);
  }

  public LectureFixture withoutCamera() {
    return with(hasAudio, hasVideo, pauses, slides, bullets, Optional.empty(), blank, noise);
  }

  public LectureFixture withBlank(Span... at) {
    return with(hasAudio, hasVideo, pauses, slides, bullets, camera, List.of(at), noise);
  }

  public LectureFixture withNoise(double level) {
    return with(hasAudio, hasVideo, pauses, slides, bullets, camera, blank, level);
  }

  private LectureFixture with(
      boolean audio,
      boolean video,
      List<Span> newPauses,
      List<Double> newSlides,
      List<Double> newBullets,
      Optional<Rectangle> newCamera,
      List<Span> newBlank,
      double newNoise) {
    return new LectureFixture(
        seconds,
        width,
        height,
        framesPerSecond,
        audio,
        video,
        newPauses,
        newSlides,
        newBullets,
        newCamera,
        newBlank,
        newNoise);
  }

  /** Writes the lecture; the name's ending chooses the container: mp4, mkv or mov. */
  public Path write(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
    Path sound = Files.createTempFile("lecture", ".pcm");
    try {
      FfmpegCommand command = new FfmpegCommand();
      if (hasAudio) {
        Files.write(sound, littleEndian(sound()));
        command.input(Containers.RAW, sound, "-f", "s16le", "-ar", "" + RATE, "-ac", "1");
      }
      if (hasVideo) {
        command.standardInput(
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            "-s",
            width + "x" + height,
            "-r",
            "" + framesPerSecond);
        command.with("-c:v", "libx264", "-preset", "ultrafast", "-crf", "18");
        command.with("-pix_fmt", "yuv420p", "-g", "" + 3 * framesPerSecond);
      }
      command.with("-c:a", "aac", "-b:a", "96k").output(file);
      ffmpeg.run(command, hasVideo ? this::draw : _ -> {});
      return file;
    } finally {
      Files.delete(sound);
    }
  }

  /** 16 kHz mono samples: syllables four times a second, each with an own pitch. */
  public short[] sound() {
    Random random = new Random(1);
    double amplitude = Math.pow(10, noise / 20) * 32767;
    short[] samples = new short[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double value = random.nextGaussian() * amplitude;
      if (pauses.stream().noneMatch(p -> p.startSeconds() <= t && t < p.endSeconds())) {
        double pitch = 110 + 13 * ((int) (t * 4) % 5);
        double syllable = 0.15 + 0.85 * Math.pow(Math.sin(Math.PI * ((t * 4) % 1)), 2);
        for (int harmonic = 1; harmonic <= 12; harmonic++) {
          value += 2500 * syllable / harmonic * Math.sin(2 * Math.PI * pitch * harmonic * t);
        }
      }
      samples[i] = (short) Math.clamp(value, -32767, 32767);
    }
    return samples;
  }

  private static byte[] littleEndian(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  private void draw(OutputStream frames) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < seconds * framesPerSecond; i++) {
      draw(image.createGraphics(), (double) i / framesPerSecond, i);
      frames.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
  }

  private void draw(Graphics2D canvas, double t, int frame) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    boolean blankNow = blank.stream().anyMatch(b -> b.startSeconds() <= t && t < b.endSeconds());
    if (blankNow) {
      canvas.setColor(Color.BLACK);
      canvas.fillRect(0, 0, width, height);
    } else {
      slide(canvas, t);
    }
    camera.ifPresent(at -> person(canvas, at, frame));
    canvas.dispose();
  }

  /** Bars instead of letters, so that no font is needed. */
  private void slide(Graphics2D canvas, double t) {
    int number = (int) slides.stream().filter(at -> at <= t).count();
    double since = slides.stream().filter(at -> at <= t).reduce(0.0, (_, last) -> last);
    int lines = 3 + (int) bullets.stream().filter(at -> since <= at && at <= t).count();
    Random ink = new Random(100 + number);
    canvas.setColor(Color.BLACK);
    canvas.fillRect(width / 16 + number * 11 % 40, height / 20, width / 3, height / 12);
    for (int line = 0; line < lines; line++) {
      int x = width / 12;
      for (int word = 0; word < 6; word++) {
        int length = width / 40 + ink.nextInt(width / 14);
        canvas.fillRect(x, height / 5 + line * height / 10 + number % 3 * 4, length, height / 24);
        x += length + width / 60;
      }
    }
  }

  private static void person(Graphics2D canvas, Rectangle at, int frame) {
    canvas.setClip(at);
    canvas.setColor(Color.DARK_GRAY);
    canvas.fill(at);
    Random restless = new Random(frame);
    for (int spot = 0; spot < 60; spot++) {
      int gray = 60 + restless.nextInt(120);
      canvas.setColor(new Color(gray, gray, gray));
      canvas.fillOval(
          at.x + restless.nextInt(at.width) - 8, at.y + restless.nextInt(at.height) - 8, 24, 24);
    }
    canvas.setClip(null);
  }
}
