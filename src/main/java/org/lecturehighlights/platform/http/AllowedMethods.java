package org.lecturehighlights.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells with a 405 which methods an address has, as RFC 9110 (section 15.5.6) asks and the
 * framework does not; the document knows.
 */
@Singleton
class AllowedMethods {
  private static final String DEFAULT_DOCUMENT = "<default>";

  private final OpenApiDocumentService documents;
  private final ObjectMapper json;
  private @Nullable List<Address> addresses;

  AllowedMethods(OpenApiDocumentService documents, ObjectMapper json) {
    this.documents = documents;
    this.json = json;
  }

  private record Address(Pattern pattern, long parameters, String methods) {}

  void register(@Observes Filters filters) {
    FilterOrder.ALLOWED_METHODS.register(filters, this::watch);
  }

  private void watch(RoutingContext context) {
    context.addHeadersEndHandler(_ -> tell(context));
    context.next();
  }

  private void tell(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.getStatusCode() == 405 && !response.headers().contains(HttpHeaders.ALLOW)) {
      addresses().stream()
          .filter(address -> address.pattern().matcher(context.normalizedPath()).matches())
          .findFirst()
          .ifPresent(address -> response.putHeader(HttpHeaders.ALLOW, address.methods()));
    }
  }

  private synchronized List<Address> addresses() {
    if (addresses == null) {
      addresses = read();
    }
    return addresses;
  }

  /** Those with the fewest parameters first. */
  private List<Address> read() {
    try {
      JsonNode paths =
          json.readTree(documents.getDocument(DEFAULT_DOCUMENT, Format.JSON)).path("paths");
      return paths.properties().stream()
          .map(path -> address(path.getKey(), path.getValue()))
          .sorted(Comparator.comparingLong(Address::parameters))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Address address(String path, JsonNode operations) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    StreamSupport.stream(((Iterable<String>) operations::fieldNames).spliterator(), false)
        .map(name -> name.toUpperCase(Locale.ROOT))
        .filter(name -> name.matches("GET|PUT|POST|PATCH|DELETE"))
        .forEach(methods::add);
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String literal = "\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E";
    long parameters = path.chars().filter(letter -> letter == '{').count();
    return new Address(Pattern.compile(literal), parameters, String.join(", ", methods));
  }
}
