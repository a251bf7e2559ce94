package org.lecturehighlights.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * One request on a connection of its own, of which a flood sends what it wants and how it wants.
 */
final class RawRequest implements Closeable {
  private static final int MOST_MILLIS = 60_000;

  private final Socket socket;

  RawRequest(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MOST_MILLIS);
  }

  /** The head of a request, with headers that each end in a line break. */
  RawRequest head(String method, String target, String headers) throws IOException {
    return send(
        (method + " " + target + " HTTP/1.1\r\nHost: bench\r\n" + headers + "\r\n")
            .getBytes(ISO_8859_1));
  }

  RawRequest send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** The status; 0 where the connection ended without one. */
  int status() throws IOException {
    return Integer.parseInt(statusLine().substring(0, 3));
  }

  /** All that comes until the server closes or has sent so many bytes. */
  String answer(int mostBytes) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    byte[] bytes = new byte[8192];
    while (answer.length() < mostBytes) {
      int read = in.read(bytes);
      if (read < 0) {
        break;
      }
      answer.append(new String(bytes, 0, read, ISO_8859_1));
    }
    return answer.toString();
  }

  private String statusLine() throws IOException {
    byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    String text = new String(line, ISO_8859_1);
    return text.matches("HTTP/1.1 \\d{3}") ? text.substring(9) : "000";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
