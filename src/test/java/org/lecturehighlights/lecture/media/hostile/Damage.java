package org.lecturehighlights.lecture.media.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that were cut, flipped, beheaded, or are two things at once. */
record Damage(Forge forge, long seed) {
  private static final int FLIPPED_FILES = 4;

  List<Specimen> make() throws IOException, InterruptedException {
    byte[] good = Files.readAllBytes(forge.lecture("good.mp4"));
    byte[] matroska = Files.readAllBytes(forge.lecture("good.mkv"));
    byte[] early =
        Files.readAllBytes(forge.run("early.mp4", "-i @good.mp4 -c copy -movflags +faststart"));
    List<Specimen> all = new ArrayList<>();
    all.add(none("cut.mp4", Arrays.copyOf(good, good.length * 6 / 10)));
    all.add(may("cut-early-index.mp4", Arrays.copyOf(early, early.length * 6 / 10)));
    all.add(may("cut.mkv", Arrays.copyOf(matroska, matroska.length / 2)));
    all.add(none("one-byte.mp4", new byte[] {0}));
    all.add(none("zeros.mp4", new byte[1 << 20]));
    all.add(none("noise.mp4", noise()));
    all.add(none("headless.mp4", Arrays.copyOfRange(good, 100, good.length * 9 / 10)));
    all.add(may("headless.mkv", Arrays.copyOfRange(matroska, 64, matroska.length)));
    all.add(done("matroska.mp4", matroska));
    all.add(done("mp4.mkv", good));
    all.add(done("and-zip.mp4", Boxes.join(good, zip())));
    all.add(may("pdf-and.mp4", Boxes.join("%PDF-1.4\n".getBytes(US_ASCII), good)));
    all.add(none("zip.mp4", zip()));
    all.add(none("page.mp4", "<html><script>1</script></html>".getBytes(US_ASCII)));
    all.add(none("deep.mp4", deep()));
    Random random = new Random(seed);
    for (int i = 0; i < FLIPPED_FILES; i++) {
      all.add(may("flipped-" + i + ".mp4", flipped(good, random)));
      all.add(may("flipped-" + i + ".mkv", flipped(matroska, random)));
    }
    return all;
  }

  private Specimen none(String name, byte[] bytes) throws IOException {
    return Specimen.of(forge.bytes(name, bytes), "NOT_A_VIDEO");
  }

  private Specimen done(String name, byte[] bytes) throws IOException {
    return Specimen.of(forge.bytes(name, bytes), Specimen.COMPLETED);
  }

  /** What is left may be playable or not. */
  private Specimen may(String name, byte[] bytes) throws IOException {
    return Specimen.of(
        forge.bytes(name, bytes),
        Specimen.COMPLETED,
        "NOT_A_VIDEO",
        "NO_VIDEO_STREAM",
        "MEDIA_DAMAGED",
        "MEDIA_LIMIT_EXCEEDED");
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 << 20];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] flipped(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = 0; i < bytes.length / 1000; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] deep() {
    byte[] inner = new byte[0];
    for (int i = 0; i < 5000; i++) {
      inner = Boxes.box("moov", inner);
    }
    return Boxes.join(Boxes.box("ftyp", "isom\0\0\0\0isom".getBytes(US_ASCII)), inner);
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../escape.txt"));
      zip.write(new byte[1000]);
    }
    return bytes.toByteArray();
  }
}
