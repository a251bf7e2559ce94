package org.lecturehighlights.platform.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets in the table {@code rate_limit}. Creations and writes are counted there one by one.
 * Of reads each process takes a twentieth of the allowance at once, so that most cost no query;
 * near the end of the allowance they are counted one by one, too.
 */
@Singleton
public class SharedBuckets {
  private static final int SHARES = 20;

  /** Those who read lately; whoever falls out begins with a query again. */
  private static final int READERS_KEPT = 10_000;

  /** Ends what a request no longer waits for. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(1);

  private static final int REMOVED_AT_ONCE = 1_000;

  private final Supplier<DataSource> dataSource;
  private final Map<String, TokenLease> readers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenLease> eldest) {
          return size() > READERS_KEPT;
        }
      };
  private @Nullable PostgreSQLSelectForUpdateBasedProxyManager<String> table;

  /** The verbs without a database have none, so it is looked up late. */
  @Inject
  SharedBuckets(Instance<DataSource> dataSource) {
    this((Supplier<DataSource>) dataSource::get);
  }

  SharedBuckets(Supplier<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes one request from what this process has of the account. Never waits. */
  Optional<Verdict> takeHere(RateLimitKey account) {
    return account.kind() == RequestKind.READS ? share(account).give() : Optional.empty();
  }

  /** Takes one request from the account, if there is one left. May wait for the database. */
  Verdict take(RateLimitKey account) {
    BucketProxy bucket = bucket(account);
    long size = Math.max(1, account.allowance() / SHARES);
    return account.kind() == RequestKind.READS
        ? share(account).give(size, () -> take(bucket, size), () -> take(bucket, 1))
        : take(bucket, 1);
  }

  private static Verdict take(BucketProxy bucket, long requests) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(requests);
    return new Verdict(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Removes the buckets that are full again, which are as good as none. */
  public void removeExpired() {
    while (table().removeExpired(REMOVED_AT_ONCE) == REMOVED_AT_ONCE) {
      // Each round is a short transaction of its own.
    }
  }

  private TokenLease share(RateLimitKey account) {
    synchronized (readers) {
      return readers.computeIfAbsent(account.key(), _ -> new TokenLease());
    }
  }

  private BucketProxy bucket(RateLimitKey account) {
    BucketConfiguration rule =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(account.allowance())
                    .refillGreedy(account.allowance(), account.window())
                    .build())
            .build();
    return table().builder().build(account.key(), () -> rule);
  }

  private synchronized PostgreSQLSelectForUpdateBasedProxyManager<String> table() {
    if (table == null) {
      table =
          Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource.get())
              .primaryKeyMapper(PrimaryKeyMapper.STRING)
              .table("rate_limit")
              .idColumn("bucket")
              .stateColumn("state")
              .expiresAtColumn("expires_at")
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
              .requestTimeout(STATEMENT_TIMEOUT)
              .build();
    }
    return table;
  }
}
