package org.lecturehighlights.lecture.media.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Small files that unfold into too much. */
record Bombs(Forge forge) {
  private static final String FAST = " -c:v libx264 -preset ultrafast -pix_fmt yuv420p ";
  private static final int ZEROS = 256 << 20;

  List<Specimen> make() throws IOException, InterruptedException {
    List<Specimen> all = new ArrayList<>();
    all.add(limit("8k.mp4", "-f lavfi -i testsrc=s=7680x4320:r=2:d=1" + FAST));
    all.add(
        Specimen.of(
            forge.run(
                "5k.mp4",
                "-f lavfi -i testsrc=s=5120x2160:r=20:d=1" + FAST + "-refs 16 -g 99 -bf 0"),
            Specimen.COMPLETED));
    all.add(limit("200-hours.mp4", "-f lavfi -i color=s=64x64:r=1/7200:d=720000" + FAST));
    all.add(limit("200-hours.mkv", "-f lavfi -i color=s=64x64:r=1/7200:d=720000" + FAST));
    all.add(Specimen.of(lying(), "MEDIA_LIMIT_EXCEEDED"));
    forge.run("few.h264", "-f lavfi -i color=s=1920x1080:r=1000:d=0.05" + FAST + "-f h264");
    byte[] few = Files.readAllBytes(forge.path("few.h264"));
    try (var many = Files.newOutputStream(forge.path("many.h264"))) {
      for (int i = 0; i < 60; i++) {
        many.write(few);
      }
    }
    all.add(limit("1000-fps.mp4", "-f h264 -framerate 1000 -i @many.h264 -c copy"));
    all.add(limit("1000-fps.mkv", "-f h264 -framerate 1000 -i @many.h264 -c copy"));
    all.add(
        Specimen.of(
            forge.run("small-1000-fps.mp4", "-f lavfi -i testsrc=s=160x90:r=1000:d=2" + FAST),
            Specimen.COMPLETED));
    all.add(
        Specimen.of(
            forge.bytes("zipped-index.mov", zippedIndex()), "NOT_A_VIDEO", "MEDIA_LIMIT_EXCEEDED"));
    all.add(
        Specimen.of(
            forge.bytes("giant-sizes.mp4", giantSizes()),
            Specimen.COMPLETED,
            "NOT_A_VIDEO",
            "MEDIA_DAMAGED",
            "MEDIA_LIMIT_EXCEEDED"));
    return all;
  }

  private Specimen limit(String name, String arguments) throws IOException, InterruptedException {
    return Specimen.of(forge.run(name, arguments), "MEDIA_LIMIT_EXCEEDED");
  }

  /** Two hundred hours of pictures, and a header that speaks of three seconds. */
  private java.nio.file.Path lying() throws IOException, InterruptedException {
    byte[] honest =
        Files.readAllBytes(
            forge.run(
                "honest.mp4",
                "-f lavfi -i color=s=64x64:r=1/7200:d=720000"
                    + FAST
                    + "-bf 0 -use_editlist 0 -video_track_timescale 1000"));
    byte[] half = Boxes.patch(Boxes.patch(honest, "mvhd", 16, 3000), "mdhd", 16, 3000);
    return forge.bytes("lying.mp4", Boxes.patch(half, "tkhd", 20, 3000));
  }

  /** A compressed index that unfolds to a thousand times its size. */
  private static byte[] zippedIndex() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[ZEROS]);
    deflater.finish();
    byte[] zipped = new byte[1 << 20];
    int length = deflater.deflate(zipped);
    deflater.end();
    ByteBuffer data = ByteBuffer.allocate(4 + length).putInt(Integer.MAX_VALUE - 1000);
    data.put(zipped, 0, length);
    byte[] method = "zlib".getBytes(StandardCharsets.US_ASCII);
    byte[] index = Boxes.join(Boxes.box("dcom", method), Boxes.box("cmvd", data.array()));
    return Boxes.join(
        Boxes.box("ftyp", "qt  \0\0\0\0qt  ".getBytes(StandardCharsets.US_ASCII)),
        Boxes.box("moov", Boxes.box("cmov", index)));
  }

  /** Tables that claim two thousand million entries. */
  private byte[] giantSizes() throws IOException, InterruptedException {
    byte[] good = Files.readAllBytes(forge.lecture("good.mp4"));
    byte[] sizes = Boxes.patch(good, "stsz", 8, Integer.MAX_VALUE);
    return Boxes.patch(Boxes.patch(sizes, "stts", 4, Integer.MAX_VALUE), "stco", 4, 1 << 28);
  }
}
