package org.lecturehighlights.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Refuses large requests that the disk has no room for, before their first byte is taken. */
@Singleton
class DiskSpaceFilter {
  /** Smaller bodies are not worth a look at the disk. */
  private static final long LARGE_BYTES = 1 << 20;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Path directory;

  DiskSpaceFilter(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory) {
    this.directory = directory;
  }

  void register(@Observes Filters filters) {
    FilterOrder.DISK_SPACE.register(filters, this::check);
  }

  private void check(RoutingContext context) {
    String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // What is no number, or beyond all, was refused before.
    long bytes =
        declared != null && NUMBER.matcher(declared).matches() ? Long.parseLong(declared) : 0;
    if (bytes < LARGE_BYTES) {
      context.next();
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> bytes <= usable(), false)
        .onSuccess(fits -> {
          if (fits) {
            context.next();
          } else {
            context.fail(
                507,
                Problem.of(
                    ProblemKind.STORAGE_FULL,
                    "There is no room for this lecture now; try again later."));
          }
        })
        .onFailure(failure -> context.fail(500, failure));
  }

  private long usable() throws IOException {
    return Files.getFileStore(Files.createDirectories(directory)).getUsableSpace();
  }
}
