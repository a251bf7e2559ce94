package org.lecturehighlights.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lecturehighlights.platform.security.TestIssuer;

/**
 * Compares the list of jobs among a few jobs and among a million: for an owner of most of them, for
 * one of many owners with a hundred each, and for an administrator who sees all jobs.
 */
final class ListManyJobs {
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration ROUND = Duration.ofMillis(700);
  private static final int CONNECTIONS = 4;
  private static final int ROUNDS = 3;

  /** The callers by their names in the report: user and roles. */
  private static final Map<String, String[]> CALLERS =
      Map.of(
          "owner of all",
          new String[] {"all-owner-0"},
          "one of many owners",
          new String[] {"many-owner-3"},
          "administrator",
          new String[] {"boss", "admin"});

  private final TestIssuer issuer;
  private final Server few;
  private final Server many;

  ListManyJobs(TestIssuer issuer, Server few, Server many) {
    this.issuer = issuer;
    this.few = few;
    this.many = many;
  }

  List<Finding> measure() throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (var caller : CALLERS.entrySet()) {
      String user = caller.getValue()[0];
      String[] roles = caller.getValue().length == 1 ? new String[0] : new String[] {"admin"};
      String bearer = "Authorization: Bearer " + issuer.token(user, roles) + "\r\n";
      Map<String, String> queries = new LinkedHashMap<>();
      queries.put("first page", "?limit=50");
      queries.put("page by cursor", "?limit=50&cursor=");
      queries.put("failed ones", "?limit=50&status=failed");
      for (var query : queries.entrySet()) {
        findings.add(compare(caller.getKey() + ", " + query.getKey(), query.getValue(), bearer));
      }
    }
    return findings;
  }

  private Finding compare(String what, String query, String bearer)
      throws IOException, InterruptedException {
    byte[] ofFew = request(few, query, bearer);
    byte[] ofMany = request(many, query, bearer);
    run(few, ofFew, WARM_UP);
    run(many, ofMany, WARM_UP);
    List<Load> fewLoads = new ArrayList<>();
    List<Load> manyLoads = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      fewLoads.add(run(few, ofFew, ROUND));
      manyLoads.add(run(many, ofMany, ROUND));
    }
    double fast = Load.combined(fewLoads).millis(0.5);
    double slow = Load.combined(manyLoads).millis(0.5);
    return Finding.atMost(
        2,
        "job list, " + what,
        slow / fast,
        "x",
        String.format(Locale.ROOT, "median %.2f ms among few, %.2f ms among many", fast, slow));
  }

  private static byte[] request(Server server, String query, String bearer) throws IOException {
    String cursor = "";
    if (query.endsWith("cursor=")) {
      try (KeptConnection connection = new KeptConnection(server.port())) {
        byte[] page = connection.ask(KeptConnection.get("/api/v1/jobs?limit=40", bearer));
        cursor = new ObjectMapper().readTree(page).path("next_cursor").asText();
      }
    }
    return KeptConnection.get("/api/v1/jobs" + query + cursor, bearer);
  }

  private static Load run(Server server, byte[] request, Duration time)
      throws IOException, InterruptedException {
    return Load.of(server.port(), CONNECTIONS, time, Duration.ZERO, _ -> request);
  }
}
