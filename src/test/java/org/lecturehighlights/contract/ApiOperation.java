package org.lecturehighlights.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An operation of the document. */
record ApiOperation(String method, String path, JsonNode node) {
  List<JsonNode> parameters() {
    return StreamSupport.stream(node.path("parameters").spliterator(), false).toList();
  }

  /** The content type and description of the request's body. */
  Optional<java.util.Map.Entry<String, JsonNode>> body() {
    return node.path("requestBody").path("content").properties().stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
