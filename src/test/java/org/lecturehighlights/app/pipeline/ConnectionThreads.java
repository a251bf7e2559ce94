package org.lecturehighlights.app.pipeline;

import io.agroal.api.AgroalPoolInterceptor;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes each use of a database connection from an event loop. */
@Singleton
public class ConnectionThreads implements AgroalPoolInterceptor {
  public final ConcurrentLinkedQueue<String> onEventLoop = new ConcurrentLinkedQueue<>();

  @Override
  public void onConnectionAcquire(Connection connection) {
    if (Context.isOnEventLoopThread()) {
      onEventLoop.add(Thread.currentThread().getName());
    }
  }
}
