package org.lecturehighlights.service.webhook.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.service.webhook.send.SendMessage.Message;

/** A receiver must prove its host name by TLS, although its address was already checked. */
class SecureReceiverTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String NAME = "hooks.example.org";
  private static final String PASSWORD = "test-store";

  @TempDir static Path directory;

  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static HttpServer server;

  @BeforeAll
  static void listen() throws Exception {
    certify(directory.resolve("receiver.p12"));
    server =
        VERTX
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(store()))
            .requestHandler(request -> {
              RECEIVED.add(request.connection().indicatedServerName() + " " + request.authority());
              request.response().setStatusCode(204).end();
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_receiver_with_a_valid_certificate_gets_the_message() throws Exception {
    assertThat(sender(true).send(to(NAME)).status()).isEqualTo(204);
    assertThat(RECEIVED).containsExactly(NAME + " " + NAME + ":" + server.actualPort());
  }

  @Test
  void a_receiver_with_a_certificate_for_another_name_gets_nothing() {
    int before = RECEIVED.size();
    assertRefused(sender(true), "elsewhere.example.org");
    assertRefused(sender(true), "127.0.0.1");
    assertThat(RECEIVED).hasSize(before);
  }

  @Test
  void a_receiver_with_an_untrusted_certificate_gets_nothing() {
    int before = RECEIVED.size();
    assertRefused(sender(false), NAME);
    assertThat(RECEIVED).hasSize(before);
  }

  private static void assertRefused(SendMessage sender, String host) {
    assertThatThrownBy(() -> sender.send(to(host)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SSLException.class);
  }

  private static Message to(String host) {
    return new Message(
        "msg_1",
        "https://%s:%d/hook".formatted(host, server.actualPort()),
        Signature.newSecret(),
        "{}");
  }

  /** A sender that resolves every host name to this machine. */
  private static SendMessage sender(boolean trusting) {
    var options = SendMessage.options();
    WebhookConfig config = Settings.of("patience", "30S");
    return new SendMessage(
        VERTX.createHttpClient(trusting ? options.setTrustOptions(store()) : options),
        new Destinations(_ -> List.of(InetAddress.getLoopbackAddress()), true),
        new StoredSecrets(config),
        Clock.systemUTC(),
        config);
  }

  private static PfxOptions store() {
    return new PfxOptions()
        .setPath(directory.resolve("receiver.p12").toString())
        .setPassword(PASSWORD);
  }

  private static void certify(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=dns:" + NAME,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
  }
}
