package org.lecturehighlights.lecture.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the description of an input that ffmpeg writes into its log, since a static ffmpeg often
 * comes without ffprobe. The shape is the same from 4.4 to 8: format, duration and streams stand at
 * fixed depths, and metadata, which an author controls, stands deeper.
 */
final class FfmpegInputLog {
  private static final Pattern INPUT = Pattern.compile("Input #0, (\\S+), from '.*");
  private static final Pattern DURATION =
      Pattern.compile(" {2}Duration: (?:(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)|N/A),.*");
  private static final Pattern STREAM =
      Pattern.compile(
          " {2}Stream #0:(\\d+)(?:\\[0x\\p{XDigit}+])?(?:\\(\\w+\\))?:"
              + " (Video|Audio|Subtitle): (\\w+)(.*)");
  private static final Pattern SIZE =
      Pattern.compile(", ([1-9]\\d{0,5})x([1-9]\\d{0,5})(?=[ ,]|$)");
  private static final Pattern RATE = Pattern.compile(", ([\\d.]+)(k?) (?:fps|tbr)\\b");
  private static final Pattern SAMPLE_RATE = Pattern.compile(", (\\d+) Hz(?:, ([^,]+))?");
  private static final Pattern ROTATION =
      Pattern.compile(" {6}displaymatrix: rotation of (-?\\d+(?:\\.\\d+)?) degrees");
  private static final Pattern CHANNEL_COUNT = Pattern.compile("(\\d+) channels.*");
  private static final Set<String> TEXT_SUBTITLES =
      Set.of("subrip", "srt", "mov_text", "webvtt", "ass", "ssa", "text");

  private @Nullable String containers;
  private Optional<Duration> duration = Optional.empty();
  private final List<VideoStream> videos = new ArrayList<>();
  private final List<AudioStream> audios = new ArrayList<>();
  private Optional<AudioStream> defaultAudio = Optional.empty();
  private OptionalInt textSubtitles = OptionalInt.empty();
  private boolean afterVideo;

  static FfmpegInputLog read(List<String> log) {
    FfmpegInputLog banner = new FfmpegInputLog();
    for (String line : log) {
      banner.line(line);
    }
    return banner;
  }

  private void line(String line) {
    Matcher input = INPUT.matcher(line);
    if (containers == null) {
      if (input.matches()) {
        containers = input.group(1);
      }
      return;
    }
    Matcher length = DURATION.matcher(line);
    Matcher stream = STREAM.matcher(line);
    Matcher rotation = ROTATION.matcher(line);
    if (length.matches() && duration.isEmpty() && length.group(1) != null) {
      duration = Optional.of(clockTime(length));
    } else if (stream.matches()) {
      stream(stream);
    } else if (afterVideo && rotation.matches()) {
      rotate(Double.parseDouble(rotation.group(1)));
    }
  }

  private static Duration clockTime(Matcher time) {
    return Duration.ofHours(Long.parseLong(time.group(1)))
        .plusMinutes(Long.parseLong(time.group(2)))
        .plusMillis(Math.round(Double.parseDouble(time.group(3)) * 1000));
  }

  private void stream(Matcher stream) {
    int index = Integer.parseInt(stream.group(1));
    String codec = stream.group(3);
    String details = stream.group(4);
    afterVideo = false;
    switch (stream.group(2)) {
      case "Video" -> video(index, codec, details);
      case "Audio" -> audio(index, codec, details);
      default -> {
        if (textSubtitles.isEmpty() && TEXT_SUBTITLES.contains(codec)) {
          textSubtitles = OptionalInt.of(index);
        }
      }
    }
  }

  private void video(int index, String codec, String details) {
    Matcher size = SIZE.matcher(details);
    if (!size.find() || details.contains("(attached pic)")) {
      return;
    }
    Matcher rate = RATE.matcher(details);
    double framesPerSecond =
        rate.find() && rate.group(2).isEmpty() ? Double.parseDouble(rate.group(1)) : 0;
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    videos.add(new VideoStream(index, codec, width, height, framesPerSecond, 0));
    afterVideo = true;
  }

  /** ffmpeg counts anticlockwise; other angles than right ones are shown unrotated. */
  private void rotate(double anticlockwise) {
    VideoStream stored = videos.removeLast();
    int clockwise = Math.floorMod(-(int) Math.round(anticlockwise / 90) * 90, 360);
    boolean lying = clockwise == 90 || clockwise == 270;
    videos.add(
        new VideoStream(
            stored.index(),
            stored.codec(),
            lying ? stored.height() : stored.width(),
            lying ? stored.width() : stored.height(),
            stored.framesPerSecond(),
            clockwise));
    afterVideo = false;
  }

  private void audio(int index, String codec, String details) {
    Matcher rate = SAMPLE_RATE.matcher(details);
    if (!rate.find()) {
      return;
    }
    String layout = rate.group(2) == null ? "" : rate.group(2);
    AudioStream audio =
        new AudioStream(index, codec, channels(layout), Integer.parseInt(rate.group(1)));
    audios.add(audio);
    if (defaultAudio.isEmpty() && details.contains("(default)")) {
      defaultAudio = Optional.of(audio);
    }
  }

  private static int channels(String layout) {
    Matcher count = CHANNEL_COUNT.matcher(layout);
    if (count.matches()) {
      return Integer.parseInt(count.group(1));
    }
    return switch (layout.replaceFirst("\\(.*", "")) {
      case "mono" -> 1;
      case "stereo", "downmix" -> 2;
      case "2.1", "3.0" -> 3;
      case "quad", "4.0", "3.1" -> 4;
      case "5.0", "4.1" -> 5;
      case "5.1", "6.0", "hexagonal" -> 6;
      case "6.1", "7.0" -> 7;
      case "7.1" -> 8;
      default -> 0;
    };
  }

  /** Whether ffmpeg could open the file and found anything to play in it. */
  boolean isMedia() {
    return containers != null && !(videos.isEmpty() && audios.isEmpty());
  }

  Optional<Duration> duration() {
    return duration;
  }

  MediaInfo info(Duration known) {
    return new MediaInfo(
        String.valueOf(containers),
        known,
        videos.stream()
            .max(
                Comparator.comparingLong((VideoStream v) -> (long) v.width() * v.height())
                    .thenComparing(VideoStream::index, Comparator.reverseOrder())),
        defaultAudio.or(() -> audios.stream().findFirst()),
        textSubtitles);
  }
}
