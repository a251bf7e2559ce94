package org.lecturehighlights.app.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Requests of the tus protocol name its version, and answers name the versions that this server
 * supports.
 */
final class ResumableUploads {
  private static final String ROOT = "/api/v1/uploads";
  private static final String VERSION = "Tus-Resumable";
  private static final List<String> SAID =
      List.of("Tus-Version", "Tus-Extension", "Tus-Checksum-Algorithm", "Tus-Max-Size");

  private ResumableUploads() {}

  static void complete(PathItem.HttpMethod method, String path, Operation operation) {
    if (!path.startsWith(ROOT)) {
      return;
    }
    if (method != PathItem.HttpMethod.OPTIONS) {
      operation.addParameter(version());
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> {
          CommonHeaders.refer(response, VERSION);
          SAID.forEach(name -> CommonHeaders.refer(response, name));
        });
  }

  private static Parameter version() {
    return OASFactory.createParameter()
        .name(VERSION)
        .in(Parameter.In.HEADER)
        .required(true)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
        .example("1.0.0");
  }
}
