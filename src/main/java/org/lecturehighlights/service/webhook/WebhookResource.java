package org.lecturehighlights.service.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.webhook.WebhookService.Delivery;
import org.lecturehighlights.service.webhook.WebhookService.Registered;
import org.lecturehighlights.service.webhook.send.Destinations;

/** The caller's webhooks: URLs that receive a message when a job ends. */
@Path("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookResource {
  private final WebhookService webhooks;
  private final Destinations destinations;

  WebhookResource(WebhookService webhooks, Destinations destinations) {
    this.webhooks = webhooks;
    this.destinations = destinations;
  }

  /** A request to register a webhook. */
  @Schema(
      description =
          "The URL to send messages to and the events to send; all events if none are given")
  record NewWebhook(
      @NotBlank
          @Size(max = 2000)
          @Schema(examples = "https://lectures.example.org/hooks/highlights")
          String url,
      @Nullable @Size(max = 10) List<WebhookEvent> events) {}

  /** All webhooks of the caller. */
  record WebhookList(List<Registered> webhooks, int total) {}

  /** The newest messages to a webhook. */
  record DeliveryList(List<Delivery> deliveries) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread // It waits for a DNS lookup.
  @Operation(
      summary = "Register a URL that receives a message when jobs end",
      description =
          "Messages are POST requests in the Standard Webhooks format, with webhook-id,"
              + " webhook-timestamp and webhook-signature, which is 'v1,' and the base64 of"
              + " HMAC-SHA256 over id.timestamp.body with the base64-decoded rest of the secret"
              + " after 'whsec_'. A 2xx answer within ten seconds counts as delivered; otherwise"
              + " the message is sent again with the same id, at growing intervals, for a day. The"
              + " secret is returned only in this answer.")
  @APIResponse(
      responseCode = "201",
      description = "The webhook with its secret; Location is its URL",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Registered.class)))
  @Problems({ProblemKind.TOO_MANY_WEBHOOKS, ProblemKind.WEBHOOK_URL_REFUSED})
  public RestResponse<Registered> register(@Valid @NotNull NewWebhook order) {
    destinations.resolve(address(order.url()));
    List<WebhookEvent> wanted = order.events();
    Registered made =
        webhooks.register(
            order.url(),
            wanted == null || wanted.isEmpty() ? List.of(WebhookEvent.values()) : wanted);
    return ResponseBuilder.<Registered>created(URI.create("/api/v1/webhooks/" + made.webhookId()))
        .entity(made)
        .build();
  }

  @GET
  @Operation(summary = "List the caller's webhooks, oldest first, without their secrets")
  public WebhookList list() {
    List<Registered> all = webhooks.list();
    return new WebhookList(all, all.size());
  }

  @GET
  @Path("/{webhook_id}")
  @Operation(summary = "Get a webhook without its secret")
  @APIResponse(responseCode = "200", description = "The webhook")
  public Registered get(@PathParam("webhook_id") String webhookId) {
    return webhooks.get(webhookId);
  }

  @DELETE
  @Path("/{webhook_id}")
  @Operation(summary = "Delete a webhook and discard its undelivered messages")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(@PathParam("webhook_id") String webhookId) {
    webhooks.delete(webhookId);
  }

  @GET
  @Path("/{webhook_id}/deliveries")
  @Operation(summary = "List the delivered and pending messages of a webhook, newest first")
  @APIResponse(responseCode = "200", description = "The messages")
  public DeliveryList deliveries(
      @PathParam("webhook_id") String webhookId,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
    return new DeliveryList(webhooks.deliveries(webhookId, limit));
  }

  private static URI address(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "url", "Use a complete URL that starts with https://.", e);
    }
  }
}
