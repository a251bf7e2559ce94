package org.lecturehighlights.security.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.github.bucket4j.util.concurrent.batch.BatchHelper.BatchFailedException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets in the table {@code rate_limit}. Creations and writes are counted there one by one.
 * Reads are counted in this process and told to the table every tenth second or twentieth of the
 * allowance, so that they cost no query each; processes together may thus let through that much
 * more.
 */
@Singleton
public class SharedBuckets {
  private static final Duration UNTOLD_TIME = Duration.ofSeconds(10);
  private static final int UNTOLD_SHARE = 20;

  /** Those who read lately; whoever falls out begins with a query again. */
  private static final int READERS_KEPT = 10_000;

  /** Ends what a request no longer waits for. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(1);

  private static final int REMOVED_AT_ONCE = 1_000;

  private final Supplier<DataSource> dataSource;
  private final Map<String, BucketProxy> readers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BucketProxy> eldest) {
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

  /** Takes one request from the account, if there is one left. May wait for the database. */
  Verdict take(Account account) {
    try {
      return take(bucket(account));
    } catch (BatchFailedException | BucketNotFoundException _) {
      // Reads that come together do not write a bucket that is not there or was removed.
      build(table().builder(), account).getAvailableTokens();
      return take(bucket(account));
    }
  }

  private static Verdict take(BucketProxy bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
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

  private synchronized BucketProxy bucket(Account account) {
    return account.kind() == RequestKind.READS
        ? readers.computeIfAbsent(account.key(), _ -> reader(account))
        : build(table().builder(), account);
  }

  private BucketProxy reader(Account account) {
    long untold = Math.max(1, account.allowance() / UNTOLD_SHARE);
    return build(
        table()
            .builder()
            .withOptimization(Optimizations.delaying(new DelayParameters(untold, UNTOLD_TIME))),
        account);
  }

  private static BucketProxy build(RemoteBucketBuilder<String> builder, Account account) {
    BucketConfiguration rule =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(account.allowance())
                    .refillGreedy(account.allowance(), account.window())
                    .build())
            .build();
    return builder.build(account.key(), () -> rule);
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
