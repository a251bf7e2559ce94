package org.lecturehighlights.platform.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Refuses large requests that the disk has no space for, before their first byte is taken. */
@ApplicationScoped
class DiskSpaceFilter {
  /** Smaller bodies are not worth a look at the disk. */
  private static final long LARGE_BYTES = 1 << 20;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Path directory;

  DiskSpaceFilter(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory) {
    this.directory = directory;
  }

  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.DISK_SPACE)
  Uni<Void> check(RoutingContext context) {
    String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // What is no number, or too large for any server, was refused before.
    long bytes =
        declared != null && NUMBER.matcher(declared).matches() ? Long.parseLong(declared) : 0;
    if (bytes < LARGE_BYTES) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .completionStage(
            () -> context.vertx().executeBlocking(this::usable, false).toCompletionStage())
        .onItem()
        .invoke(usable -> requireSpace(bytes, usable))
        .replaceWithVoid();
  }

  private static void requireSpace(long bytes, long usable) {
    if (bytes > usable) {
      throw Problem.of(
          ProblemKind.STORAGE_FULL,
          "The server has not enough disk space for this lecture now; try again later.");
    }
  }

  private long usable() throws IOException {
    return Files.getFileStore(Files.createDirectories(directory)).getUsableSpace();
  }
}
