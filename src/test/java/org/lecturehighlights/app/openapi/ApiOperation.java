package org.lecturehighlights.app.openapi;

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

  List<String> statuses() {
    return node.path("responses").properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  /** The name of one of its answers. */
  String answer(int status) {
    return this + " " + status;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
