package org.lecturehighlights.app.openapi;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.smallrye.openapi.runtime.io.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the contract in every test that talks to the application with RestAssured. */
public final class WatchContract implements QuarkusTestBeforeEachCallback {
  /** One for each start of the application, which loads this class again or keeps the document. */
  private static @Nullable ContractFilter filter;

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    ArcContainer container = Arc.container();
    if (container != null && container.isRunning()) {
      RestAssured.replaceFiltersWith(List.of(filter()));
    }
  }

  /**
   * Does the same for an answer that a test reads from a connection of its own.
   *
   * @param path percent-encoded, without the query
   */
  public static void check(
      String method, String path, int status, Map<String, String> headers, String body) {
    String type = headers.get("content-type");
    filter()
        .check(
            new Answer(
                method, path, status, type, headers.get("allow"), Answer.isJson(type) ? body : ""));
  }

  private static synchronized ContractFilter filter() {
    if (filter == null) {
      filter = new ContractFilter(contract());
    }
    return filter;
  }

  /**
   * The contract of the running application; the same in every profile, because the build makes it.
   */
  static Contract contract() {
    OpenApiDocumentService documents = Arc.container().instance(OpenApiDocumentService.class).get();
    return new Contract(
        new String(documents.getDocument("<default>", Format.JSON), StandardCharsets.UTF_8));
  }
}
