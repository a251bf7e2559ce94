package org.lecturehighlights.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the topics of a caption file. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Prints the topics of a caption file.")
class TopicsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  CommandSpec spec;

  @Parameters(paramLabel = "CAPTIONS", description = "SRT, VTT, SBV or TTML.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  Path captions;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description = "The number of topics; by default as many as the text suggests.")
  @Nullable Integer segments;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    InputFile.requireReadable(spec, captions);
    if (segments != null && segments < 1) {
      throw new ParameterException(spec.commandLine(), "--segments must be at least 1");
    }
    Captions read = Captions.read(captions);
    read.warnings()
        .forEach(warning -> spec.commandLine().getErr().println("note: " + warning.message()));
    List<TranscriptSegment> sentences = Sentences.of(read.cues());
    if (sentences.isEmpty()) {
      throw Problem.of(ProblemKind.CAPTIONS_UNREADABLE, "There are no captions in " + captions);
    }
    Duration end = sentences.getLast().span().end();
    List<ContentSegment> topics =
        new ContentAnalyzer()
            .analyze(
                new Transcript(Transcript.Source.CAPTION_FILE, sentences),
                List.of(),
                LayoutAnalysis.UNKNOWN,
                end,
                segments == null ? OptionalInt.empty() : OptionalInt.of(segments));
    print(topics);
    return 0;
  }

  private void print(List<ContentSegment> topics) throws IOException {
    var out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.set("content_segments", HighlightsJson.topics(topics));
      out.println(document.toPrettyString());
    } else {
      topics.forEach(topic ->
          out.printf(
              "%02d:%02d:%02d  %s%n",
              topic.span().start().toHours(),
              topic.span().start().toMinutesPart(),
              topic.span().start().toSecondsPart(),
              topic.topic()));
    }
    out.flush();
  }
}
