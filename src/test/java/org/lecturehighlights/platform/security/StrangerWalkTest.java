package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.security.AddressMutations.Spelling;
import org.lecturehighlights.platform.storage.StorageConfig;

/**
 * A stranger walks over every operation of the live OpenAPI document, each spelled in every way
 * that might lead around the gate, and leaves no trace.
 */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class StrangerWalkTest {
  private static final int PAIRS = 20;
  private static final String BOUNDARY = "walk";

  /** Besides statuses: the connection ended without an answer; the first page, open to all. */
  private static final int CUT_OFF = 998;

  private static final int PAGE = 999;

  @Inject Victims victims;
  @Inject ReachedEndpoints reached;
  @Inject DataSource database;
  @Inject StorageConfig storage;

  @Inject
  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path uploads;

  @Test
  void no_spelling_of_an_address_lets_a_stranger_pass() throws SQLException, IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, Victim> state =
        Map.of("completed", victims.make("completed"), "pending", victims.make("pending"));
    List<String> before = traces();
    List<String> passed = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> atEndpoints =
        reached.during(() -> {
          for (String operation : Operations.all()) {
            String[] parts = operation.split(" ", 2);
            Recipe recipe = Objects.requireNonNull(Recipes.all().get(operation), operation);
            Victim victim = Objects.requireNonNull(state.get(recipe.state()));
            String path = victim.fill(parts[1]);
            for (Spelling spelling : AddressMutations.of(parts[0], path, random, PAIRS)) {
              int status = send(spelling, recipe, operation, victim);
              statuses.merge(status, 1, Integer::sum);
              if (status < 400 && !isAutomatic(spelling, status)) {
                passed.add(status + " " + spelling);
              }
            }
          }
        });
    int requests = statuses.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "A stranger sent %d requests for %d operations (seed %d): answers %s, passed %d, at endpoints %d%n",
        requests, Operations.all().size(), seed, statuses, passed.size(), atEndpoints.size());
    assertThat(atEndpoints).as("endpoints reached").isEmpty();
    assertThat(passed).as("requests that passed").isEmpty();
    assertThat(statuses).as("answers").doesNotContainKey(500);
    assertThat(traces()).as("rows, files and runs of ffmpeg").isEqualTo(before);
    assertThat(requests).isGreaterThan(5_000);
  }

  /** The framework itself answers OPTIONS, with the methods that the document tells everybody. */
  private static boolean isAutomatic(Spelling spelling, int status) {
    return status == 200
        && (spelling.method().equals("OPTIONS") || spelling.headers().containsValue("OPTIONS"));
  }

  private static int send(Spelling spelling, Recipe recipe, String operation, Victim victim) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(bytes(spelling, recipe, operation, victim));
      String head = head(socket.getInputStream());
      int status = Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
      return status == 200 && head.contains("text/html") ? PAGE : status;
    } catch (SocketException | NumberFormatException | StringIndexOutOfBoundsException closed) {
      return CUT_OFF;
    } catch (IOException e) {
      throw new UncheckedIOException(spelling.toString(), e);
    }
  }

  private static String head(InputStream answer) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(answer, ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
      head.append(line).append('\n');
      line = lines.readLine();
    }
    return head.toString();
  }

  private static byte[] bytes(Spelling spelling, Recipe recipe, String operation, Victim victim)
      throws IOException {
    boolean isUpload = operation.equals("POST /api/v1/jobs");
    String type = isUpload ? "multipart/form-data; boundary=" + BOUNDARY : recipe.contentType();
    String body = isUpload ? form() : recipe.body();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    String query =
        recipe.query().entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + victim.fill(parameter.getValue()))
            .reduce((a, b) -> a + "&" + b)
            .map(text -> (spelling.target().contains("?") ? "&" : "?") + text)
            .orElse("");
    head.append("%s %s%s HTTP/1.1\r\n".formatted(spelling.method(), spelling.target(), query));
    head.append("Host: localhost\r\nConnection: close\r\n");
    spelling.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    recipe.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] content = body == null ? new byte[0] : victim.fill(body).getBytes(UTF_8);
    if (type != null) {
      head.append("Content-Type: %s\r\nContent-Length: %d\r\n".formatted(type, content.length));
    }
    request.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    request.write(content);
    return request.toByteArray();
  }

  private static String form() {
    return "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\nContent-Type: video/mp4\r\n\r\n%s\r\n--%s--\r\n"
        .formatted(BOUNDARY, "no video ".repeat(100), BOUNDARY);
  }

  /** Every table's size and every job's row, every file, and the runs of ffmpeg. */
  private List<String> traces() throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table :
          texts(
              statement,
              "select table_name from information_schema.tables where table_schema = current_schema()"
                  + " and table_name not like 'scheduled%' order by 1")) {
        found.add(table + " " + texts(statement, "select count(*)::text from " + table));
      }
      found.addAll(texts(statement, "select to_jsonb(j)::text from jobs j order by 1"));
    }
    for (Path directory : List.of(Path.of(storage.directory().toString()), uploads)) {
      if (Files.exists(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          files.map(Path::toString).sorted().forEach(found::add);
        }
      }
    }
    given()
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("lecture_ffmpeg_run_seconds_count"))
        .forEach(found::add);
    return found;
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
