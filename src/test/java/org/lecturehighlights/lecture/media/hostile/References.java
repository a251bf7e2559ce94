package org.lecturehighlights.lecture.media.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that tell ffmpeg to open something else: a file, a pipe, a host. */
record References(Forge forge, Canaries canaries) {

  List<Specimen> make() throws IOException, InterruptedException {
    String host = "http://127.0.0.1:" + canaries.port() + "/";
    List<Specimen> all = new ArrayList<>();
    for (String target : List.of(canaries.file().toString(), canaries.pipe().toString(), host)) {
      int number = all.size();
      all.add(none("hls-" + number + ".mp4", hls(target)));
      all.add(none("concat-" + number + ".mp4", "ffconcat version 1.0\nfile '" + target + "'\n"));
      all.add(none("dash-" + number + ".mp4", dash(target)));
      all.add(none("lavfi-" + number + ".mp4", "movie=" + target + "[out0]\n"));
      all.add(none("address-" + number + ".mp4", target + "\n"));
    }
    all.add(none("hls-key.mkv", hls(canaries.file() + "").replace("#EXTINF", key(host))));
    all.add(none("sdp.mp4", sdp()));
    all.add(none("pattern.mp4", "img%03d.png\n"));
    all.add(
        none("asx.mp4", "<asx version=\"3.0\"><entry><ref href=\"" + host + "\"/></entry></asx>"));
    all.add(none("rtsp.mp4", "[Reference]\nRef1=rtsp://127.0.0.1:" + canaries.port() + "/\n"));
    all.add(none("ffmetadata.mp4", ";FFMETADATA1\ntitle=" + canaries.file() + "\n"));
    byte[] good = Files.readAllBytes(forge.lecture("good.mp4"));
    for (Path target : List.of(canaries.file(), canaries.pipe())) {
      byte[] elsewhere =
          Boxes.rewrite(
              good, (name, content) -> name.equals("dref") ? alias(target.toString()) : content);
      all.add(
          Specimen.of(
              forge.bytes("dref-" + all.size() + ".mov", elsewhere),
              Specimen.COMPLETED,
              "NOT_A_VIDEO",
              "MEDIA_DAMAGED"));
    }
    return all;
  }

  private Specimen none(String name, String text) throws IOException {
    return Specimen.of(forge.text(name, text), "NOT_A_VIDEO");
  }

  private static String hls(String target) {
    return "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n" + target + "\n#EXT-X-ENDLIST\n";
  }

  private static String key(String host) {
    return "#EXT-X-KEY:METHOD=AES-128,URI=\"" + host + "\"\n#EXTINF";
  }

  private static String dash(String target) {
    return "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
        + target
        + "\">]><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet"
        + " mimeType=\"video/mp4\"><Representation id=\"1\"><BaseURL>"
        + target
        + "</BaseURL></Representation></AdaptationSet></Period>&e;</MPD>";
  }

  private String sdp() {
    return "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video "
        + canaries.port()
        + " RTP/AVP 96\na=rtpmap:96 H264/90000\n";
  }

  /** A data reference as old QuickTime wrote it: an alias with an absolute path. */
  private static byte[] alias(String target) {
    byte[] path = target.getBytes(UTF_8);
    ByteBuffer entry = ByteBuffer.allocate(400);
    entry.put(new byte[4 + 10]).put((byte) 4).put("disk".getBytes(UTF_8)).position(4 + 10 + 28);
    entry.position(entry.position() + 12);
    entry.put((byte) 6).put("canary".getBytes(UTF_8)).position(4 + 10 + 28 + 12 + 64);
    entry.position(entry.position() + 16);
    entry.putShort((short) 1).putShort((short) 1).position(entry.position() + 16);
    entry.putShort((short) 2).putShort((short) path.length).put(path);
    entry.put(new byte[path.length % 2]).putShort((short) -1).putShort((short) 0);
    return Boxes.join(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, Boxes.box("alis", entry.array()));
  }
}
