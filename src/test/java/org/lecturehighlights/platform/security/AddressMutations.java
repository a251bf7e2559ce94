package org.lecturehighlights.platform.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Other spellings of a request that a server may take for the same one. */
final class AddressMutations {
  /** Headers that some servers believe more than the request line. */
  private static final List<String> METHOD_HEADERS =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  private static final List<String> ADDRESS_HEADERS = List.of("X-Original-URL", "X-Rewrite-URL");

  private AddressMutations() {}

  /** A request line and the headers that go with it. */
  record Spelling(String method, String target, Map<String, String> headers) {
    private Spelling with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Spelling(method, target, more);
    }

    private Spelling on(UnaryOperator<String> change) {
      return new Spelling(method, change.apply(target), headers);
    }

    private Spelling by(String other) {
      return new Spelling(other, target, headers);
    }
  }

  /** Each change by itself, then as many pairs of changes, drawn at random. */
  static List<Spelling> of(String method, String path, Random random, int pairs) {
    Spelling plain = new Spelling(method, path, Map.of());
    List<UnaryOperator<Spelling>> changes = changes(path);
    List<Spelling> spellings = new ArrayList<>(List.of(plain));
    changes.forEach(change -> spellings.add(change.apply(plain)));
    for (int i = 0; i < pairs; i++) {
      Spelling once = changes.get(random.nextInt(changes.size())).apply(plain);
      spellings.add(changes.get(random.nextInt(changes.size())).apply(once));
    }
    return spellings;
  }

  private static List<UnaryOperator<Spelling>> changes(String path) {
    List<UnaryOperator<Spelling>> changes = new ArrayList<>();
    int segments = path.split("/").length;
    for (int i = 1; i < segments; i++) {
      for (String matrix : List.of(";", ";x", ";x=y", ";/", ";%2f", "%3Bx", ";a=b;c=d")) {
        int at = i;
        changes.add(spelling -> spelling.on(target -> segment(target, at, s -> s + matrix)));
      }
      int at = i;
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> "/" + s)));
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> "./" + s)));
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> "x/../" + s)));
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> "x/%2e%2E/" + s)));
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> "%2e/" + s)));
      changes.add(spelling -> spelling.on(target -> segment(target, at, s -> ";/../" + s)));
      changes.add(
          spelling -> spelling.on(target -> segment(target, at, AddressMutations::encoded)));
      changes.add(
          spelling -> spelling.on(target -> segment(target, at, s -> s.toUpperCase(Locale.ROOT))));
    }
    for (String tail :
        List.of("/", "//", "/.", "/;x", "?", "?x", "#x", "%20", "%09", "%2f", "%00")) {
      changes.add(spelling -> spelling.on(target -> target + tail));
    }
    for (String query :
        List.of("signature=x&expires=99999999999", "token=99999999999.x", "access_token=x")) {
      changes.add(spelling -> spelling.on(target -> target + "?" + query));
    }
    for (String head :
        List.of("/", "//", "/;x", "/.", "/ui/..", "/ui;x/..", "/q/health/../..", "/%2e", "/\\..")) {
      changes.add(spelling -> spelling.on(target -> head + target));
    }
    changes.add(spelling -> spelling.on(target -> target.replace("/v1/", "%2Fv1%2F")));
    changes.add(spelling -> spelling.on(target -> target.replace('/', '\\')));
    for (String origin :
        List.of("http://localhost", "http://x@localhost:1", "https://elsewhere.example")) {
      changes.add(spelling -> spelling.on(target -> origin + target));
    }
    for (String header : METHOD_HEADERS) {
      for (String method : List.of("POST", "GET", "OPTIONS")) {
        changes.add(spelling -> spelling.by(method).with(header, spelling.method()));
        changes.add(spelling -> spelling.with(header, method));
      }
    }
    for (String header : ADDRESS_HEADERS) {
      changes.add(spelling -> spelling.with(header, "/health"));
      changes.add(spelling -> spelling.on(_ -> "/nowhere").with(header, spelling.target()));
    }
    changes.add(spelling -> spelling.with("X-Forwarded-Prefix", "/x"));
    changes.add(spelling -> spelling.with("Authorization", "Basic YWRtaW46YWRtaW4="));
    changes.add(spelling -> spelling.with("Authorization", "Bearer"));
    changes.add(spelling -> spelling.with("Cookie", "q_session=x; token=x"));
    return changes;
  }

  private static String segment(String target, int index, UnaryOperator<String> change) {
    String[] parts = target.split("/", -1);
    int at = Math.min(index, parts.length - 1);
    parts[at] = change.apply(parts[at]);
    return String.join("/", parts);
  }

  /** Its first letter as the bytes of an address. */
  private static String encoded(String segment) {
    return segment.isEmpty()
        ? segment
        : "%%%02x%s".formatted((int) segment.charAt(0), segment.substring(1));
  }
}
