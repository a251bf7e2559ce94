package org.lecturehighlights.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What a person sees who opens an address of this server that does not exist. */
final class NotFoundPage {
  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Page not found - Lecture Highlights</title>
        <link rel="icon" href="/ui/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/ui/style.css">
      </head>
      <body>
        <main id="main">
          <h1>Page not found</h1>
          <p>There is nothing at this address. <a href="/">Go to your lectures</a></p>
        </main>
      </body>
      </html>
      """;

  private NotFoundPage() {}

  /** Whether a browser asks for a page; programs, and whoever calls the API, get a problem. */
  static boolean isWanted(RoutingContext context) {
    HttpMethod method = context.request().method();
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && accepted != null
        && accepted.contains("text/html")
        && !ApiPath.normalized(context).isApi();
  }

  static void send(RoutingContext context) {
    context
        .response()
        .setStatusCode(404)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
        .end(HTML);
  }
}
