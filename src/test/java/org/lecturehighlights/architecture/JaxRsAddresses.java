package org.lecturehighlights.architecture;

import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses that the resources serve, with {@code {}} for each parameter. */
final class JaxRsAddresses {
  private JaxRsAddresses() {}

  static Set<String> all() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> of(type).stream())
        .collect(Collectors.toSet());
  }

  static Set<String> of(JavaClass resource) {
    String root = resource.getAnnotationOfType(Path.class).value();
    return resource.getMethods().stream()
        .filter(JaxRsAddresses::answers)
        .map(method -> join(root, path(method).orElse("")))
        .collect(Collectors.toSet());
  }

  private static boolean answers(JavaMethod method) {
    return path(method).isPresent()
        || method.getAnnotations().stream()
            .anyMatch(
                annotation -> annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod"));
  }

  private static Optional<String> path(JavaMethod method) {
    return method.tryGetAnnotationOfType(Path.class).map(Path::value);
  }

  private static String join(String root, String path) {
    String address = (root + "/" + path).replaceAll("/+", "/").replaceAll("\\{[^}]*\\}", "{}");
    return address.length() > 1 ? address.replaceFirst("/$", "") : address;
  }
}
