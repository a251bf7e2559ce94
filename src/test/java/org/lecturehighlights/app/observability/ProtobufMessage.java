package org.lecturehighlights.app.observability;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** As much of protobuf's wire format as a span needs: numbers, and fields with a length. */
final class ProtobufMessage {
  private record Field(int number, long value, byte[] bytes) {}

  private static final byte[] NOTHING = {};

  private final List<Field> fields = new ArrayList<>();

  ProtobufMessage(byte[] wire) {
    ByteBuffer in = ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long tag = variable(in);
      int number = (int) (tag >>> 3);
      fields.add(
          switch ((int) tag & 7) {
            case 0 -> new Field(number, variable(in), NOTHING);
            case 1 -> new Field(number, in.getLong(), NOTHING);
            case 2 -> {
              byte[] bytes = new byte[(int) variable(in)];
              in.get(bytes);
              yield new Field(number, 0, bytes);
            }
            case 5 -> new Field(number, in.getInt(), NOTHING);
            default -> throw new IllegalArgumentException("no such wire type: " + tag);
          });
    }
  }

  List<byte[]> messages(int number) {
    return fields.stream().filter(field -> field.number == number).map(Field::bytes).toList();
  }

  /** Empty where the field is missing. */
  String text(int number) {
    return messages(number).stream()
        .findFirst()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  Optional<Long> number(int number) {
    return fields.stream().filter(field -> field.number == number).map(Field::value).findFirst();
  }

  private static long variable(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
