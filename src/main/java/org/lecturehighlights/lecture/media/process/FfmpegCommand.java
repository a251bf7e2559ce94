package org.lecturehighlights.lecture.media.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one run of ffmpeg. Inputs and outputs are files that the server named; nothing
 * that a user typed belongs in here.
 */
public final class FfmpegCommand {
  /** More would cost a picture each, and lectures share the processors anyway. */
  private static final String THREADS = "2";

  private record Input(Containers accepted, List<String> options, String source) {}

  private final FfmpegPurpose purpose;
  private final List<Input> inputs = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();

  public FfmpegCommand(FfmpegPurpose purpose) {
    this.purpose = purpose;
  }

  public FfmpegCommand() {
    this(FfmpegPurpose.OTHER);
  }

  FfmpegPurpose purpose() {
    return purpose;
  }

  /** Reads a file; options such as {@code -ss} stand before it. */
  public FfmpegCommand input(Containers accepted, Path file, String... options) {
    inputs.add(new Input(accepted, List.of(options), url(file)));
    return this;
  }

  /** Reads standard input in a raw format that the options describe. */
  public FfmpegCommand standardInput(String... options) {
    inputs.add(new Input(Containers.RAW, List.of(options), "pipe:0"));
    return this;
  }

  /** Options after the inputs: filters, maps, codecs. */
  public FfmpegCommand with(String... options) {
    rest.addAll(List.of(options));
    return this;
  }

  /** Ends the options of one output; an existing file is replaced. */
  public FfmpegCommand output(Path file) {
    rest.add("-y");
    rest.add(url(file));
    return this;
  }

  /** Ends the options of one output that {@link Ffmpeg#open} reads. */
  public FfmpegCommand standardOutput() {
    rest.add("pipe:1");
    return this;
  }

  /** Whether bytes from outside are read. */
  boolean readsLecture() {
    return inputs.stream().anyMatch(input -> input.accepted() == Containers.LECTURE);
  }

  List<String> arguments(MediaLimits limits) {
    List<String> all = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-nostats"));
    for (Input input : inputs) {
      all.addAll(List.of("-protocol_whitelist", "file,pipe"));
      all.addAll(List.of("-format_whitelist", input.accepted().whitelist()));
      all.addAll(List.of("-max_pixels", Long.toString(limits.pixels())));
      if (input.accepted() == Containers.LECTURE) {
        all.addAll(List.of("-threads", THREADS));
      }
      all.addAll(input.options());
      all.addAll(List.of("-i", input.source()));
    }
    all.addAll(rest);
    return all;
  }

  /** The protocol is named, since ffmpeg would read one from a name such as {@code a:b.mp4}. */
  private static String url(Path file) {
    return "file:" + file.toAbsolutePath();
  }
}
