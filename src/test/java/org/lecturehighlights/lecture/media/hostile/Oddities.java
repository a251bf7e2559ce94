package org.lecturehighlights.lecture.media.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.media.LectureFixture;

/** What is allowed but seldom, and too many of everything. */
record Oddities(Forge forge) {
  private static final int TRACKS = 3000;
  private static final int CHAPTERS = 5000;
  private static final int ATTACHMENTS = 200;

  List<Specimen> make() throws IOException, InterruptedException {
    byte[] good = Files.readAllBytes(forge.lecture("good.mp4"));
    List<Specimen> all = new ArrayList<>();
    forge.text("title.txt", ";FFMETADATA1\ntitle=" + "<b>title</b> ".repeat(800_000) + "\n");
    forge.text(
        "lines.txt", ";FFMETADATA1\ncomment=" + "  Stream #0:0: Video\\\n".repeat(5000) + "\n");
    forge.text("chapters.txt", chapters());
    String meta = ".txt -map 0 -map_metadata 1 -c copy";
    all.add(done("huge-title.mp4", "-i @good.mp4 -f ffmetadata -i @title" + meta));
    all.add(done("huge-title.mkv", "-i @good.mp4 -f ffmetadata -i @title" + meta));
    all.add(done("many-lines.mkv", "-i @good.mp4 -f ffmetadata -i @lines" + meta));
    all.add(
        done(
            "chapters.mkv", "-i @good.mp4 -f ffmetadata -i @chapters" + meta + " -map_chapters 1"));
    StringBuilder attach = new StringBuilder("-i @good.mp4 -c copy");
    for (int i = 0; i < ATTACHMENTS; i++) {
      attach
          .append(" -attach @title.txt -metadata:s:")
          .append(2 + i)
          .append(" mimetype=text/plain");
    }
    forge.text("title.txt", "small");
    all.add(done("attachments.mkv", attach.toString()));
    all.add(
        Specimen.of(
            forge.bytes("tracks.mp4", manyTracks(good)),
            Specimen.COMPLETED,
            "NOT_A_VIDEO",
            "MEDIA_DAMAGED"));
    all.add(
        Specimen.of(
            forge.bytes("no-size.mov", withoutSize()),
            "NO_VIDEO_STREAM",
            "NOT_A_VIDEO",
            "MEDIA_DAMAGED"));
    String source = "-f lavfi -i testsrc=s=64x360:r=10:d=3 ";
    all.add(done("odd-pixels.mp4", source + "-vf setsar=1/100 -c:v libx264 -pix_fmt yuv420p"));
    all.add(done("odd-size.mkv", "-f lavfi -i testsrc=s=101x33:r=10:d=3 -c:v ffv1"));
    all.add(done("one-pixel.mkv", "-f lavfi -i testsrc=s=16x16:r=10:d=3 -vf scale=1:1 -c:v ffv1"));
    all.add(done("rotated.mp4", "-i @good.mp4 -c copy -metadata:s:v:0 rotate=90"));
    all.add(
        done("uneven.mp4", source + "-vf select='not(mod(n,7))+lt(n,9)' -vsync vfr -c:v libx264"));
    all.add(done("late.mkv", "-itsoffset 5 -i @good.mp4 -c copy -copyts"));
    all.add(done("negative.mkv", "-itsoffset -1 -i @good.mp4 -c copy -avoid_negative_ts disabled"));
    all.add(done("broadcast.mp4", "-i @good.mp4 -c copy -metadata service_name=Ümläut -f mpegts"));
    LectureFixture.ofSeconds(3)
        .withoutVideo()
        .write(LectureFixture.ffmpeg(), forge.path("sound.m4a"));
    forge.run("cover.jpg", "-f lavfi -i testsrc=s=320x240 -frames:v 1");
    all.add(
        Specimen.of(
            forge.run(
                "cover.mp4",
                "-i @sound.m4a -i @cover.jpg -map 0 -map 1 -c copy -disposition:v:0 attached_pic"),
            "NO_VIDEO_STREAM"));
    return all;
  }

  private Specimen done(String name, String arguments) throws IOException, InterruptedException {
    return Specimen.of(forge.run(name, arguments), Specimen.COMPLETED);
  }

  private static String chapters() {
    StringBuilder all = new StringBuilder(";FFMETADATA1\n");
    for (int i = 0; i < CHAPTERS; i++) {
      all.append("[CHAPTER]\nTIMEBASE=1/10000\nSTART=" + i + "\nEND=" + (i + 1) + "\ntitle=c\n");
    }
    return all.toString();
  }

  private static byte[] manyTracks(byte[] good) {
    return Boxes.rewrite(
        good,
        (name, content) -> {
          if (!name.equals("moov")) {
            return content;
          }
          List<byte[]> tracks = new ArrayList<>();
          Boxes.rewrite(
              content,
              (inner, track) -> {
                if (inner.equals("trak") && tracks.isEmpty()) {
                  tracks.add(Boxes.box("trak", track));
                }
                return track;
              });
          byte[][] all = new byte[TRACKS + 1][];
          all[0] = content;
          for (int i = 1; i <= TRACKS; i++) {
            all[i] = tracks.getFirst();
          }
          return Boxes.join(all);
        });
  }

  private byte[] withoutSize() throws IOException, InterruptedException {
    forge.run("raw.mov", "-f lavfi -i testsrc=s=16x16:r=10:d=1 -c:v rawvideo -pix_fmt uyvy422");
    byte[] raw = Files.readAllBytes(forge.path("raw.mov"));
    return Boxes.rewrite(
        raw,
        (name, content) -> {
          if (name.equals("stsd") && content.length > 44) {
            ByteBuffer.wrap(content).putInt(8 + 32, 0);
          }
          if (name.equals("tkhd")) {
            ByteBuffer.wrap(content).putLong(content.length - 8, 0);
          }
          return content;
        });
  }
}
