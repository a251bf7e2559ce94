package org.lecturehighlights.platform.database.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.SchemaDatabase;

/** Migrations through a connection pooler like PgBouncer. */
class PoolerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void behind_a_pooler_the_operator_learns_which_setting_avoids_it() throws IOException {
    DatabaseUrl server = new SchemaDatabase().direct().url();
    try (var pooler = new Pooler(URI.create(server.jdbcUrl().substring("jdbc:".length())))) {
      var database =
          new DirectDatabase(
              new DatabaseUrl(
                  server.jdbcUrl().replaceFirst(":\\d+/", ":" + pooler.socket.getLocalPort() + "/")
                      + "?sslmode=disable&gssEncMode=disable",
                  server.user(),
                  server.password()),
              false);
      assertThat(upAndDown(database))
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).contains("pooler", "MIGRATION_DATABASE_URL"));
    }
  }

  @Test
  void a_direct_connection_gets_no_warning() {
    assertThat(upAndDown(new SchemaDatabase().direct())).isEmpty();
  }

  /** The lines of progress other than the steps. */
  private static List<String> upAndDown(DirectDatabase database) {
    List<String> told = new ArrayList<>();
    new Upgrade(database, SCRIPTS, told::add).to("+1", new Upgrade.Options(false, false, PATIENCE));
    new Downgrade(database, SCRIPTS, told::add).to("base", false, PATIENCE);
    return told.stream().filter(line -> !line.startsWith("Running ")).toList();
  }

  /** Gives sessions its own numbers, as poolers do; each has a session of the server to itself. */
  private static final class Pooler implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;

    Pooler(URI server) throws IOException {
      this.server = server;
      Thread.startVirtualThread(this::accept);
    }

    private void accept() {
      try {
        while (true) {
          Socket client = socket.accept();
          Socket session = new Socket(server.getHost(), server.getPort());
          Thread.startVirtualThread(() -> forward(client, session));
          Thread.startVirtualThread(() -> answer(session, client));
        }
      } catch (IOException e) {
        // Closed.
      }
    }

    private static void forward(Socket client, Socket session) {
      try (client;
          session) {
        client.getInputStream().transferTo(session.getOutputStream());
      } catch (IOException e) {
        // Either side has left.
      }
    }

    /** A message is a letter, a length that includes itself, and a body; K names the session. */
    private static void answer(Socket session, Socket client) {
      try (session;
          client;
          var in = new DataInputStream(session.getInputStream());
          var out = new DataOutputStream(client.getOutputStream())) {
        while (true) {
          byte letter = in.readByte();
          int length = in.readInt();
          byte[] body = in.readNBytes(length - 4);
          if (letter == 'K') {
            body[0] ^= 1;
          }
          out.writeByte(letter);
          out.writeInt(length);
          out.write(body);
          out.flush();
        }
      } catch (IOException e) {
        // Either side has left.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
