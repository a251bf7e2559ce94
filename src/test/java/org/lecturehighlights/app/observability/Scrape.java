package org.lecturehighlights.app.observability;

import static io.restassured.RestAssured.given;

import java.util.Set;
import java.util.stream.Collectors;

/** What Prometheus gets; the alias works wherever the metrics themselves are configured to be. */
final class Scrape {
  private Scrape() {}

  static String text() {
    return given()
        .redirects()
        .follow(true)
        .get("/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** The sum of all samples of that name whose tags contain the text. */
  static double sum(String name, String tag) {
    return text()
        .lines()
        .filter(line -> line.split("[{ ]", 2)[0].equals(name) && line.contains(tag))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The names of all samples, with the suffixes of histograms. */
  static Set<String> names() {
    return text()
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }
}
