package org.lecturehighlights.lecture.media.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What hostile media may not reach: a file whose words must turn up nowhere, a named pipe that
 * tells who opens it, and a port that tells who connects.
 */
public final class Canaries implements Closeable {
  /** The words of the file. */
  public static final String SONG = "canary-7f3a91-sings";

  private final Path file;
  private final Path pipe;
  private final ServerSocket socket;
  private final List<String> touched = new CopyOnWriteArrayList<>();
  private volatile boolean closing;

  public Canaries(Path folder) throws IOException, InterruptedException {
    file = Files.writeString(folder.resolve("canary.txt"), SONG + "\n");
    pipe = folder.resolve("canary.pipe");
    if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
      throw new IOException("no named pipes here");
    }
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("canary-pipe").start(this::watchPipe);
    Thread.ofPlatform().daemon().name("canary-port").start(this::watchPort);
  }

  public Path file() {
    return file;
  }

  public Path pipe() {
    return pipe;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Who was reached so far. */
  public List<String> touched() {
    return touched;
  }

  /** Opening it for writing waits for a reader. */
  private void watchPipe() {
    try (OutputStream toReader = Files.newOutputStream(pipe)) {
      if (!closing) {
        touched.add("the pipe was opened");
      }
      toReader.write('\n');
    } catch (IOException _) {
      // The reader is gone, and has been noted.
    }
  }

  private void watchPort() {
    while (!closing) {
      try {
        socket.accept().close();
        touched.add("the port was reached");
      } catch (IOException _) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    socket.close();
    try (var released = Files.newInputStream(pipe)) {
      released.read();
    }
  }
}
