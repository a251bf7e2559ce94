package org.lecturehighlights.service.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.process.Ffmpeg;

/** Files that somebody could upload. */
record Recordings(Path lecture, Path soundOnly, Path text, Path empty, Path playlist) {
  static final String CAPTIONS =
      """
      1
      00:00:00,500 --> 00:00:02,000
      Welcome to the lecture.
      """;

  static Recordings in(Path directory) throws IOException, InterruptedException {
    Ffmpeg ffmpeg = LectureFixture.ffmpeg();
    LectureFixture lecture = LectureFixture.ofSeconds(3);
    return new Recordings(
        lecture.write(ffmpeg, directory.resolve("lecture.mp4")),
        lecture.withoutVideo().write(ffmpeg, directory.resolve("sound.mp4")),
        Files.writeString(directory.resolve("text.mp4"), "This is no video at all. ".repeat(50)),
        Files.createFile(directory.resolve("empty.mp4")),
        Files.writeString(
            directory.resolve("playlist.mp4"),
            "#EXTM3U\n#EXTINF:3,\nlecture.mp4\n#EXT-X-ENDLIST\n"));
  }
}
