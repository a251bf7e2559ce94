package org.lecturehighlights.app.openapi;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Problems as callers see them. */
final class ProblemShape {
  private ProblemShape() {}

  /** Defines the schema of all problems, and one example of each kind. */
  static void define(Components components) {
    Schema error =
        members(Map.of("code", text(), "message", text()))
            .addProperty(
                "field",
                text().description("the member or parameter that caused the " + "problem, if any"));
    components.addSchema(
        "Problem",
        members(
                Map.of(
                    "type", text().format("uri").description("stable code of the problem"),
                    "title", text(),
                    "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                    "detail", text().description("what to do"),
                    "instance", text().description("path of the request"),
                    "error", error.description("the same again, in the form of the legacy API")))
            .description("A problem, as defined by RFC 9457"));
    for (ProblemKind kind : ProblemKind.values()) {
      components.addExample(
          kind.name(), OASFactory.createExample().summary(kind.title()).value(example(kind)));
    }
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema members(Map<String, Schema> members) {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    new TreeMap<>(members)
        .forEach((name, member) -> schema.addProperty(name, member).addRequired(name));
    return schema;
  }

  private static Map<String, Object> example(ProblemKind kind) {
    Map<String, Object> problem = new LinkedHashMap<>();
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    problem.put("type", "urn:lecture-highlights:problem:" + name);
    problem.put("title", kind.title());
    problem.put("status", kind.status());
    problem.put("detail", kind.title() + ".");
    problem.put("instance", "/api/v1/jobs/job_0123456789ab");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", kind.name());
    error.put("message", kind.title() + ".");
    problem.put("error", error);
    return problem;
  }
}
