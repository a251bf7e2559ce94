package org.lecturehighlights.lecture.media.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of hostile media, and a sound lecture among them. */
public record HostileFolder(Path good, List<Specimen> specimens) {

  /** Makes all of it; the same seed makes the same damage. */
  public static HostileFolder in(Path folder, Canaries canaries, long seed)
      throws IOException, InterruptedException {
    Forge forge = new Forge(folder);
    Path good = forge.lecture("good.mp4");
    return new HostileFolder(
        good,
        Stream.of(
                new References(forge, canaries).make(),
                new Bombs(forge).make(),
                new Damage(forge, seed).make(),
                new Oddities(forge).make())
            .flatMap(List::stream)
            .toList());
  }
}
