package org.lecturehighlights.shipping.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lecturehighlights.lecture.media.LectureFixture;

/** A made lecture of two topics with its captions. */
record SampleLecture(Path video, Path captions) {

  static SampleLecture in(Path directory, int seconds) throws IOException, InterruptedException {
    String sentences =
        IntStream.range(0, seconds / 5)
            .mapToObj(i ->
                "00:%02d.000 --> 00:%02d.700\nSentence number %d explains topic %s.\n\n"
                    .formatted(5 * i, 5 * i + 3, i, 10 * i < seconds ? "memory" : "networks"))
            .collect(Collectors.joining());
    return new SampleLecture(
        LectureFixture.ofSeconds(seconds)
            .write(LectureFixture.ffmpeg(), directory.resolve("lecture.mp4")),
        Files.writeString(directory.resolve("lecture.vtt"), "WEBVTT\n\n" + sentences));
  }
}
