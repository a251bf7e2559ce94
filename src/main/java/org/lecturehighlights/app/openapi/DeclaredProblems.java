package org.lecturehighlights.app.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;

/** The problems that resources declare with {@link Problems}, by operation. */
final class DeclaredProblems {
  private static final DotName PROBLEMS = DotName.createSimple(Problems.class);
  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

  private static final List<DotName> HTTP_METHODS =
      Arrays.stream(PathItem.HttpMethod.values())
          .map(method -> DotName.createSimple("jakarta.ws.rs." + method))
          .toList();

  private final Map<String, Set<ProblemKind>> byOperation = new HashMap<>();

  DeclaredProblems(IndexView index) {
    index.getAnnotations(PATH).stream()
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
        .flatMap(target -> target.asClass().methods().stream())
        .forEach(this::add);
  }

  /**
   * @param operation method and path, such as {@code GET /api/v1/jobs}
   */
  Set<ProblemKind> of(String operation) {
    return byOperation.getOrDefault(operation, Set.of());
  }

  private void add(MethodInfo method) {
    ClassInfo resource = method.declaringClass();
    Set<ProblemKind> declared = EnumSet.noneOf(ProblemKind.class);
    Stream.of(resource.declaredAnnotation(PROBLEMS), method.annotation(PROBLEMS))
        .filter(annotation -> annotation != null)
        .flatMap(annotation -> Arrays.stream(annotation.value().asEnumArray()))
        .map(ProblemKind::valueOf)
        .forEach(declared::add);
    HTTP_METHODS.stream()
        .filter(method::hasAnnotation)
        .forEach(verb ->
            byOperation.put(
                verb.withoutPackagePrefix() + " " + path(resource) + path(method), declared));
  }

  private static String path(AnnotationTarget target) {
    AnnotationInstance path = target.declaredAnnotation(PATH);
    return path == null ? "" : path.value().asString();
  }
}
