package org.lecturehighlights.service.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehighlights.app.openapi.WatchContract;

/** One connection on which a test sends exactly what it wants, also less than it announced. */
public final class RawHttp implements Closeable {
  private final Socket socket;
  private String method = "";
  private String path = "";

  public RawHttp() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    socket.setSoTimeout(60_000);
  }

  /** What came back; names of headers in lower case. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    long offset() {
      return Long.parseLong(header("Upload-Offset"));
    }
  }

  /** A request with headers as name, value, name, value. */
  public RawHttp head(String method, String path, String... headers) throws IOException {
    this.method = method;
    this.path = path;
    StringBuilder head =
        new StringBuilder(method)
            .append(' ')
            .append(path)
            .append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
      if (headers[i].equals("X-HTTP-Method-Override")) {
        this.method = headers[i + 1];
      }
    }
    return send(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  /** Whether some of an answer has arrived. */
  public boolean isAnswered() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException _) {
      return true;
    }
  }

  public RawHttp send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  RawHttp chunk(byte[] bytes) throws IOException {
    send((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    send(bytes);
    return send("\r\n".getBytes(ISO_8859_1));
  }

  public Answer answer(boolean hasBody) throws IOException {
    InputStream in = socket.getInputStream();
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    int length = hasBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
    String body = new String(in.readNBytes(length), ISO_8859_1);
    WatchContract.check(method, path, status, headers, body);
    return new Answer(status, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Cuts the connection, as a cable would that somebody pulls. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
