package org.lecturehighlights.lecture.media.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;

/** Rewrites the boxes of an MP4 whose media data stands before its index, so offsets stay true. */
final class Boxes {
  private static final Set<String> PARENTS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "udta");

  private Boxes() {}

  static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  /** Gives each box below the top, innermost first, to a change of type and content. */
  static byte[] rewrite(byte[] boxes, BiFunction<String, byte[], byte[]> change) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(boxes);
    while (in.remaining() >= 8) {
      int start = in.position();
      int size = in.getInt();
      byte[] type = new byte[4];
      in.get(type);
      String name = new String(type, StandardCharsets.ISO_8859_1);
      byte[] content = Arrays.copyOfRange(boxes, start + 8, start + size);
      byte[] inner = PARENTS.contains(name) ? rewrite(content, change) : content;
      all.writeBytes(box(name, change.apply(name, inner)));
      in.position(start + size);
    }
    return all.toByteArray();
  }

  /** Writes the same number over four bytes of each box of a type. */
  static byte[] patch(byte[] file, String type, int offset, int value) {
    return rewrite(
        file,
        (name, content) -> {
          if (name.equals(type) && content.length >= offset + 4) {
            ByteBuffer.wrap(content).putInt(offset, value);
          }
          return content;
        });
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
