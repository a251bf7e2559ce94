package org.lecturehighlights.app.observability;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as the collector received it.
 *
 * @param parent the id of the span above; empty for the first of a trace
 * @param attributes texts and numbers, as text
 */
record ReceivedSpan(
    String trace, String id, String parent, String name, Map<String, String> attributes) {

  /** The spans of an ExportTraceServiceRequest; field numbers are those of the OTLP schema. */
  static List<ReceivedSpan> ofRequest(byte[] request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (byte[] resource : new ProtobufMessage(request).messages(1)) {
      for (byte[] scope : new ProtobufMessage(resource).messages(2)) {
        for (byte[] span : new ProtobufMessage(scope).messages(2)) {
          spans.add(of(new ProtobufMessage(span)));
        }
      }
    }
    return spans;
  }

  private static ReceivedSpan of(ProtobufMessage span) {
    Map<String, String> attributes = new TreeMap<>();
    for (byte[] attribute : span.messages(9)) {
      ProtobufMessage pair = new ProtobufMessage(attribute);
      ProtobufMessage value = new ProtobufMessage(pair.messages(2).getFirst());
      attributes.put(pair.text(1), value.number(3).map(String::valueOf).orElse(value.text(1)));
    }
    return new ReceivedSpan(
        hex(span.messages(1)),
        hex(span.messages(2)),
        hex(span.messages(4)),
        span.text(5),
        attributes);
  }

  private static String hex(List<byte[]> bytes) {
    return bytes.isEmpty() ? "" : HexFormat.of().formatHex(bytes.getFirst());
  }
}
