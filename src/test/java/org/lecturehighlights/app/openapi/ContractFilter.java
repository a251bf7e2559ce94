package org.lecturehighlights.app.openapi;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;

/** Fails a test whose answer the document does not allow. */
final class ContractFilter implements Filter {
  private final Contract contract;

  ContractFilter(Contract contract) {
    this.contract = contract;
    SeenAnswers.ofThisRun().ifPresent(seen -> seen.document(contract));
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    URI address = URI.create(request.getURI());
    // Other origins are refused by the server itself, with a text that no page can read.
    boolean isForeign =
        response.statusCode() == 403 && request.getHeaders().hasHeaderWithName("Origin");
    if (address.getPort() != RestAssured.port || isForeign) {
      return response;
    }
    String type = response.getHeader("Content-Type");
    Answer answer =
        new Answer(
            request.getMethod(),
            address.getRawPath(),
            response.statusCode(),
            type,
            response.getHeader("Allow"),
            // Streams have no end to wait for.
            Answer.isJson(type) ? response.asString() : "");
    check(answer);
    return response;
  }

  /** Records the answer, for the check after all tests. */
  void check(Answer answer) {
    List<String> violations = contract.violations(answer);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%s %s answers %d %s against the OpenAPI document: %s%n%s"
              .formatted(
                  answer.method(),
                  answer.path(),
                  answer.status(),
                  answer.contentType(),
                  String.join("; ", violations),
                  answer.body()));
    }
    SeenAnswers.ofThisRun()
        .ifPresent(seen ->
            contract
                .operationOf(answer.method(), answer.path())
                .ifPresent(operation -> seen.add(operation, answer.status())));
  }
}
