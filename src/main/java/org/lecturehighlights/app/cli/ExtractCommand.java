package org.lecturehighlights.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.app.pipeline.ExtractHighlights;
import org.lecturehighlights.app.pipeline.LectureResult;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.app.pipeline.RenderedClip;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the whole job on one file: no server, no database. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Turns one lecture into clips, subtitles, thumbnails and highlights.json.")
class ExtractCommand implements Callable<Integer> {
  private final LectureTools tools;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  CommandSpec spec;

  @Parameters(paramLabel = "VIDEO", description = "The lecture: MP4, MOV, MKV, WebM or AVI.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  Path video;

  @Option(
      names = "--captions",
      paramLabel = "FILE",
      description = "Its captions: SRT, VTT, SBV or TTML.")
  @Nullable Path captions;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the results; by default a folder next to the video.")
  @Nullable Path out;

  @Option(
      names = "--clips",
      paramLabel = "N",
      description = "The highest number of clips (1 to " + "20).")
  @Nullable Integer clips;

  @Option(names = "--min", paramLabel = "S", description = "Shortest clip in seconds.")
  @Nullable Double min;

  @Option(names = "--max", paramLabel = "S", description = "Longest clip in seconds.")
  @Nullable Double max;

  @Option(names = "--json", description = "Print highlights.json instead of a summary.")
  boolean json;

  ExtractCommand(LectureTools tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ClipRules rules = rules();
    InputFile.requireReadable(spec, video);
    Optional<String> webVtt = Optional.empty();
    if (captions != null) {
      InputFile.requireReadable(spec, captions);
      webVtt = Optional.of(Captions.read(captions).toWebVtt());
    }
    Path directory = Files.createDirectories(out == null ? folderNextTo(video) : out);
    var started = clock.instant();
    LectureResult result;
    try (ProgressBar bar = ProgressBar.onTerminal()) {
      result = new ExtractHighlights(tools, clock).run(video, webVtt, rules, directory, bar);
    }
    String text =
        new HighlightsJson(result, new HighlightsJson.Names(video, Files.size(video)), started)
            .text();
    Files.writeString(directory.resolve("highlights.json"), text);
    result
        .warnings()
        .forEach(warning -> spec.commandLine().getErr().println("note: " + warning.message()));
    if (json) {
      spec.commandLine().getOut().print(text);
    } else {
      summary(result, directory);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void summary(LectureResult result, Path directory) {
    var print = spec.commandLine().getOut();
    for (RenderedClip clip : result.rendered()) {
      print.printf(
          "%s  %s-%s  %5.1f s  %s%n",
          clip.video().getFileName(),
          clock(clip.cut().span().start()),
          clock(clip.cut().span().end()),
          Seconds.of(clip.cut().length()),
          clip.cut().title());
    }
    print.printf("%d clips in %s%n", result.rendered().size(), directory);
  }

  private static String clock(Duration time) {
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private ClipRules rules() {
    ClipRules usual = ClipRules.DEFAULT;
    Duration shortest = min == null ? usual.shortest() : Seconds.toDuration(min);
    Duration longest = max == null ? usual.longest() : Seconds.toDuration(max);
    if (min == null && longest.compareTo(shortest) < 0) {
      shortest = longest;
    }
    if (max == null && longest.compareTo(shortest) < 0) {
      longest = shortest;
    }
    try {
      return new ClipRules(clips == null ? usual.count() : clips, shortest, longest);
    } catch (IllegalArgumentException impossible) {
      throw new ParameterException(
          spec.commandLine(),
          "--clips must be 1 to 20, --min at least 1, and --max not below --min",
          impossible);
    }
  }

  private static Path folderNextTo(Path video) {
    String name = video.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return video.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-highlights");
  }
}
