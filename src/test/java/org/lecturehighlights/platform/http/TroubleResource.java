package org.lecturehighlights.platform.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Meets every sort of trouble; exists in tests alone. */
@Path("/api/v1/trouble")
public class TroubleResource {
  /** A request body with one level below. */
  public record Order(
      @NotNull @Size(max = 5) String orderName, @Valid Detail firstDetail, List<Integer> sizes) {
    /** The level below. */
    public record Detail(@Min(1) int clipCount) {}
  }

  /** An answer with every kind of member that has a form of its own. */
  public record Receipt(Instant writtenAt, @Nullable String nothingHere) {}

  @POST
  public Receipt order(@Valid @NotNull Order order) {
    return new Receipt(Instant.parse("2026-01-02T03:04:05Z"), null);
  }

  @GET
  @Path("page")
  public String page(@QueryParam("limit") @Min(1) @Max(100) int limit) {
    return "page of " + limit;
  }

  @GET
  @Path("known")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public String known() {
    throw Problem.ofField(ProblemKind.EMPTY_FILE, "file", "Upload the file again.");
  }

  @GET
  @Path("unknown")
  public String unknown() {
    throw new IllegalStateException("the password is secret");
  }

  @GET
  @Path("wrong-answer")
  @Max(1)
  public int wrongAnswer() {
    return 2;
  }

  @POST
  @Path("parts")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public String parts(@RestForm("file") @NotNull FileUpload file) {
    return file.fileName();
  }

  @POST
  @Path("bytes")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public long bytes(InputStream bytes) throws IOException {
    return bytes.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
