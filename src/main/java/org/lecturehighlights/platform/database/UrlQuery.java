package org.lecturehighlights.platform.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters after the '?' of a {@code DATABASE_URL}. The JDBC driver silently ignores the
 * names that only libpq knows, so those are translated. Source: the parameter tables of PostgreSQL
 * 18 ("Database Connection Control Functions") and of pgjdbc 42.7 ("Connection Parameters").
 *
 * @param values decoded, in the order of the URL, under the URL's names
 */
record UrlQuery(Map<String, String> values) {
  private static final Map<String, String> NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "fallback_application_name", "ApplicationName",
          "target_session_attrs", "targetServerType",
          "keepalives", "tcpKeepAlive",
          "load_balance_hosts", "loadBalanceHosts",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "sslnegotiation", "sslNegotiation");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  static UrlQuery parse(String query) {
    var values = new LinkedHashMap<String, String>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        values.put(
            PercentCode.decode(parameter.substring(0, equals)),
            PercentCode.decode(parameter.substring(equals + 1)));
      }
    }
    return new UrlQuery(values);
  }

  @Nullable String userOr(@Nullable String user) {
    return values.getOrDefault("user", user);
  }

  @Nullable String passwordOr(@Nullable String password) {
    return values.getOrDefault("password", password);
  }

  String hostOr(String host) {
    return host.isEmpty() ? values.getOrDefault("host", host) : host;
  }

  int portOr(int port) {
    String own = values.get("port");
    return own == null ? port : DatabaseUrl.port(own);
  }

  String nameOr(String name) {
    return name.isEmpty() ? values.getOrDefault("dbname", name) : name;
  }

  /** The remaining parameters for the driver, with their '?', or an empty string. */
  String forJdbc() {
    String parameters =
        values.entrySet().stream()
            .filter(value -> !isOurs(value.getKey()))
            .map(value -> jdbc(value.getKey(), value.getValue()))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? "" : "?" + parameters;
  }

  private static boolean isOurs(String name) {
    return switch (name) {
      case "user", "password", "host", "port", "dbname" -> true;
      // The driver always speaks UTF-8 and resolves the host itself.
      case "client_encoding", "hostaddr" -> true;
      default -> false;
    };
  }

  private static String jdbc(String name, String value) {
    String jdbcValue =
        switch (name) {
          case "target_session_attrs" -> SERVER_TYPES.getOrDefault(value, value);
          case "keepalives" -> Boolean.toString(!value.equals("0"));
          case "load_balance_hosts" -> Boolean.toString(value.equals("random"));
          default -> value;
        };
    // asyncpg's spelling of sslmode; the driver's own `ssl` is true or false.
    boolean asyncpgSsl = name.equals("ssl") && !isBoolean(value);
    String jdbcName = asyncpgSsl ? "sslmode" : NAMES.getOrDefault(name, name);
    return encode(jdbcName) + "=" + encode(jdbcValue);
  }

  private static boolean isBoolean(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.isEmpty() || lower.equals("true") || lower.equals("false");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
