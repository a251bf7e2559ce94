package org.lecturehighlights.lecture.media.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.process.Ffmpeg;

/** Makes files in one folder with all that ffmpeg can do, not only with what we let it do. */
final class Forge {
  private final Path folder;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();

  Forge(Path folder) {
    this.folder = folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** A sound lecture of a few seconds; the name's ending chooses the container. */
  Path lecture(String name) throws IOException, InterruptedException {
    return Files.exists(path(name))
        ? path(name)
        : LectureFixture.ofSeconds(3).write(ffmpeg, path(name));
  }

  Path text(String name, String text) throws IOException {
    return Files.writeString(path(name), text);
  }

  Path bytes(String name, byte[] bytes) throws IOException {
    return Files.write(path(name), bytes);
  }

  /**
   * Runs ffmpeg with arguments separated by spaces; a name of a file in the folder is {@code @}.
   */
  Path run(String name, String arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(ffmpeg.executable().toString()));
    line.addAll(List.of("-nostdin", "-hide_banner", "-v", "error"));
    for (String argument : arguments.split(" +")) {
      line.add(argument.replace("@", folder + "/"));
    }
    line.addAll(List.of("-y", path(name).toString()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(name + " cannot be made: " + said);
    }
    return path(name);
  }
}
