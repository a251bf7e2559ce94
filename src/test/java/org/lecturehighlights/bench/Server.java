package org.lecturehighlights.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/** The packaged application in a separate process, with the heap size of the cluster's API pods. */
final class Server implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

  private final Process process;
  private final int port;
  private final int managementPort;
  private final String jdbcUrl;

  private Server(Process process, int port, int managementPort, String jdbcUrl) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
    this.jdbcUrl = jdbcUrl;
  }

  /** Returns when the server is ready; its log is in the benchmark's folder under its name. */
  static Server start(Path folder, String name, String jdbcUrl, Map<String, String> settings)
      throws IOException {
    int port = freePort();
    int managementPort = freePort();
    // Outside of the checkout, whose .env file would override the environment that is set here.
    Path home = Files.createDirectories(folder.resolve(name));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                JAR.toString(),
                "serve")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.matches("(QUARKUS|LECTURE)_.*"));
    environment.put("ENVIRONMENT", "production");
    environment.put(
        "DATABASE_URL",
        jdbcUrl.replace("jdbc:postgresql://", "postgresql://" + ThrowawayPostgres.USER + ":any@"));
    environment.put("LECTURE_DATA_DIR", folder.resolve("data").toString());
    environment.put("LECTURE_SECURITY_ENABLED", "false");
    environment.put("LECTURE_SECURITY_SIGNING_KEY", "a key for benches, longer than 32 bytes");
    // Requests are counted as in production, and none is refused.
    for (String kind : List.of("CREATIONS", "WRITES", "READS")) {
      environment.put("LECTURE_LIMIT_" + kind, "100000000");
    }
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.putAll(settings);
    Server server = new Server(builder.start(), port, managementPort, jdbcUrl);
    try {
      Awaitility.await(name + " is ready; see its log in " + home)
          .atMost(Duration.ofMinutes(2))
          .until(() -> !server.process.isAlive() || server.isReady());
      if (!server.process.isAlive()) {
        throw new IOException(name + " stopped while starting; see its log in " + home);
      }
      return server;
    } catch (IOException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  int port() {
    return port;
  }

  String jdbcUrl() {
    return jdbcUrl;
  }

  /** Resident memory in bytes, as reported by the kernel. */
  long residentBytes() throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElseThrow(() -> new IOException("the kernel does not report it"));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** What the heap holds when everything that nobody needs is gone. */
  long liveHeapBytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    String info = jcmd("GC.heap_info");
    Matcher used = Pattern.compile("used (\\d+)K").matcher(info.split("Metaspace", 2)[0]);
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes << 10;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return said;
  }

  /** How many time series its metrics have. */
  long timeSeries() throws IOException {
    try (var metrics =
        URI.create("http://127.0.0.1:" + managementPort + "/q/metrics").toURL().openStream()) {
      return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .count();
    }
  }

  /** As a cluster asks: at the management port, with the patience of its probes. */
  boolean isReadyAtManagement() {
    return isReady(managementPort, 3_000);
  }

  private boolean isReady() {
    return isReady(port, 5_000);
  }

  private static boolean isReady(int port, int patienceMillis) {
    try {
      var request =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL().openConnection();
      request.setReadTimeout(patienceMillis);
      return request.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
