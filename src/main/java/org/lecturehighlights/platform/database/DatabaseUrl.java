package org.lecturehighlights.platform.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A {@code DATABASE_URL} as libpq and SQLAlchemy write it, translated for the JDBC driver. Neither
 * its messages nor its text show the password.
 *
 * @param jdbcUrl without user and password
 * @param user null if the URL names none
 * @param password null if the URL names none
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final int DEFAULT_PORT = 5432;
  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:postgresql|postgres(?:ql)?(?:\\+[a-z0-9_]+)?):(?://)?");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  /**
   * Reads postgresql://, postgres://, postgresql+driver:// and jdbc:postgresql: URLs.
   *
   * @throws Problem VALIDATION_ERROR with one sentence if it is none of these
   */
  public static DatabaseUrl parse(String text) {
    String url = text.strip();
    var scheme = SCHEME.matcher(url);
    if (!scheme.lookingAt()) {
      throw invalid("does not start with postgresql://");
    }
    String rest = url.substring(scheme.end());
    if (!scheme.group().endsWith("//")) {
      rest = "/" + rest; // jdbc:postgresql:name is a database on this machine
    }
    int at = endOfCredentials(rest);
    String credentials = at < 0 ? "" : rest.substring(0, at);
    String place = rest.substring(at + 1);
    int question = place.indexOf('?');
    var query = UrlQuery.parse(question < 0 ? "" : place.substring(question + 1));
    String hostsAndName = question < 0 ? place : place.substring(0, question);
    int slash = hostsAndName.indexOf('/');
    String hosts = slash < 0 ? hostsAndName : hostsAndName.substring(0, slash);
    if (slash >= 0 && hostsAndName.indexOf('@', slash) >= 0) {
      throw invalid("is ambiguous: write a '/' in the password as %2F and an '@' in a name as %40");
    }
    String name = slash < 0 ? "" : PercentCode.decode(hostsAndName.substring(slash + 1));

    int colon = credentials.indexOf(':');
    String user = query.userOr(decoded(colon < 0 ? credentials : credentials.substring(0, colon)));
    String password =
        query.passwordOr(colon < 0 ? null : decoded(credentials.substring(colon + 1)));
    return new DatabaseUrl(
        "jdbc:postgresql://"
            + hosts(query.hostOr(hosts), query.portOr(DEFAULT_PORT))
            + "/"
            + URLEncoder.encode(query.nameOr(name), StandardCharsets.UTF_8)
            + query.forJdbc(),
        user,
        password);
  }

  /**
   * The index of the '@' that ends user and password, or -1. It is the last one before the path,
   * because passwords with a bare '@' occur. A bare '/' or '?' in the password (which SQLAlchemy
   * accepts) is recognised by what precedes it, which is not a host and port.
   */
  private static int endOfCredentials(String rest) {
    int end = endOfAuthority(rest);
    int at = rest.lastIndexOf('@', end);
    int colon = rest.indexOf(':');
    boolean portFollows =
        colon >= 0 && PORT.matcher(rest.substring(colon + 1, Math.max(colon + 1, end))).matches();
    boolean inPassword =
        at < 0 && colon >= 0 && colon < end && !rest.startsWith("[") && !portFollows;
    return inPassword ? rest.indexOf('@', end) : at;
  }

  private static int endOfAuthority(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
        return i;
      }
    }
    return rest.length();
  }

  private static @Nullable String decoded(String part) {
    return part.isEmpty() ? null : PercentCode.decode(part);
  }

  /** One host, or several separated by commas, of which the driver uses the first that answers. */
  private static String hosts(String hosts, int defaultPort) {
    if (hosts.startsWith("/") || hosts.startsWith("%2F")) {
      throw invalid(
          "names a Unix socket, which the JDBC driver cannot use: name a host and a port");
    }
    return Arrays.stream(hosts.split(",", -1))
        .map(host -> host(host, defaultPort))
        .collect(Collectors.joining(","));
  }

  private static String host(String hostAndPort, int defaultPort) {
    int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.indexOf(']')));
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
    if (host.startsWith("[") != host.endsWith("]")) {
      throw invalid("has an unmatched bracket around the host");
    }
    return (host.isEmpty() ? "localhost" : host)
        + ":"
        + (port.isEmpty() ? defaultPort : port(port));
  }

  /** Never repeats the text: what is in the place of the port can be part of the password. */
  static int port(String port) {
    int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
    if (number < 1 || number > 65535) {
      throw invalid("has a port that is not a number from 1 to 65535");
    }
    return number;
  }

  private static Problem invalid(String what) {
    return Problem.of(
        ProblemKind.VALIDATION_ERROR,
        "DATABASE_URL " + what + "; it looks like postgresql://user:password@host:5432/database");
  }

  @Override
  public String toString() {
    return (user == null ? "" : user + (password == null ? "" : ":***") + "@") + " " + jdbcUrl;
  }
}
