package org.lecturehighlights.bench;

import java.io.IOException;

/**
 * One way to exhaust a server.
 *
 * @param connections that send it at the same time
 * @param request sends one and returns the status of its answer, 0 without one
 */
record Flood(String name, int connections, Sender request) {
  /** Sends one request. */
  interface Sender {
    /**
     * @param until when a request that trickles gives up, in {@link System#nanoTime}
     */
    int send(long until) throws IOException, InterruptedException;
  }
}
