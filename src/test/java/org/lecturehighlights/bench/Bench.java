package org.lecturehighlights.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lecturehighlights.platform.database.ThrowawayPostgres;
import org.lecturehighlights.platform.security.TestIssuer;
import org.lecturehighlights.platform.storage.FileTree;

/**
 * Runs the named benchmark, prints its results and writes them to {@code target/bench}. A missed
 * bound is reported but is not a failure: other work on the machine may have caused it.
 */
final class Bench {
  private static final int FEW = 1_000;
  private static final int MILLION = 1_000_000;
  private static final int JOBS_PER_OWNER = 100;

  private Bench() {}

  public static void main(String... names) throws Exception {
    String name = names.length == 0 ? "" : names[0];
    if (!Set.of("api", "abuse").contains(name)) {
      System.err.println("Unknown benchmark; there are -Dbench=api and -Dbench=abuse");
      System.exit(2);
    }
    Path folder = Path.of("target/bench").toAbsolutePath();
    FileTree.delete(folder);
    Files.createDirectories(folder);
    Map<String, Object> machine = machine();
    System.out.println(machine);
    List<Finding> findings = new ArrayList<>();
    if (name.equals("abuse")) {
      findings.addAll(abuse(folder, Duration.parse(names.length > 1 ? names[1] : "PT10M")));
    } else {
      findings.addAll(onFreshServer(folder));
      findings.addAll(lists(folder));
    }
    Map<String, Object> report = new LinkedHashMap<>(machine);
    report.put("load_average_at_end", load());
    report.put("findings", findings.stream().map(Bench::row).toList());
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(name + ".json").toFile(), report);
    FileTree.delete(folder.resolve("data"));
  }

  private static List<Finding> onFreshServer(Path folder)
      throws IOException, InterruptedException, SQLException {
    try (Server server =
        Server.start(
            folder, "api", ThrowawayPostgres.freshDatabase(), Map.of("LECTURE_ROLES", "api"))) {
      List<Finding> findings = new ArrayList<>();
      findings.add(print(new UploadMuch(server, folder).measure()));
      new ReadOneJob(server, folder).measure().forEach(finding -> findings.add(print(finding)));
      findings.add(print(new ReadWhileRendering(server, folder).measure()));
      return findings;
    }
  }

  private static List<Finding> abuse(Path folder, Duration time)
      throws IOException, InterruptedException, SQLException {
    List<Finding> findings = new ArrayList<>();
    try (TestIssuer issuer = new TestIssuer();
        Server server = secured(folder, "abused", issuer)) {
      findings.addAll(new Abuse(server, issuer, time).measure());
    }
    findings.add(ProvokedOutOfMemory.measure(folder));
    findings.forEach(Bench::print);
    return findings;
  }

  private static List<Finding> lists(Path folder)
      throws IOException, InterruptedException, SQLException {
    try (TestIssuer issuer = new TestIssuer();
        Server few = secured(folder, "few", issuer);
        Server many = secured(folder, "many", issuer)) {
      JobRowsToRead.insert(few.jdbcUrl(), "all", FEW, 1);
      JobRowsToRead.insert(few.jdbcUrl(), "many", FEW, FEW / JOBS_PER_OWNER);
      JobRowsToRead.insert(many.jdbcUrl(), "all", MILLION, 1);
      JobRowsToRead.insert(many.jdbcUrl(), "many", MILLION / 10, MILLION / 10 / JOBS_PER_OWNER);
      JobRowsToRead.settle(few.jdbcUrl());
      JobRowsToRead.settle(many.jdbcUrl());
      List<Finding> findings = new ListManyJobs(issuer, few, many).measure();
      findings.forEach(Bench::print);
      return findings;
    }
  }

  private static Server secured(Path folder, String name, TestIssuer issuer) throws IOException {
    return Server.start(
        folder,
        name,
        ThrowawayPostgres.freshDatabase(),
        Map.of(
            "LECTURE_ROLES",
            "api",
            "LECTURE_SECURITY_ENABLED",
            "true",
            "LECTURE_SECURITY_ISSUER",
            issuer.url(),
            "LECTURE_SECURITY_AUDIENCE",
            TestIssuer.AUDIENCE));
  }

  private static Map<String, Object> machine() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("java", System.getProperty("java.version"));
    facts.put("load_average", load());
    return facts;
  }

  private static Finding print(Finding finding) {
    System.out.println(finding.line());
    return finding;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Map<String, Object> row(Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", finding.what());
    row.put("verdict", finding.verdict());
    row.put("value", finding.value());
    row.put("unit", finding.unit());
    row.put(finding.atLeast() ? "at_least" : "at_most", finding.bound());
    row.put("figures", finding.figures().lines().findFirst().orElse(""));
    return row;
  }
}
