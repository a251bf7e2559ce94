package org.lecturehighlights.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehighlights.platform.ratelimit.LimitsTable.account;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {
  private static final LimitsTable table = new LimitsTable();

  private final SharedBuckets one = table.process();
  private final SharedBuckets other = table.process();

  @AfterAll
  static void close() {
    table.close();
  }

  @Test
  void two_processes_share_one_allowance() {
    RateLimitKey alice = account(RequestKind.CREATIONS, "owner alice", 3);

    assertThat(one.take(alice).remaining()).isEqualTo(2);
    assertThat(other.take(alice).remaining()).isEqualTo(1);
    assertThat(one.take(alice).allowed()).isTrue();

    Verdict refused = other.take(alice);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    // A third of a day brings one back.
    assertThat(refused.untilNext()).isBetween(Duration.ofHours(7), Duration.ofHours(8));
    assertThat(refused.untilFull()).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(one.take(alice).allowed()).isFalse();
  }

  @Test
  void what_one_caller_uses_is_no_others_and_one_kind_no_other_kind() {
    RateLimitKey bob = account(RequestKind.CREATIONS, "owner bob", 1);
    one.take(bob);
    assertThat(one.take(bob).allowed()).isFalse();

    assertThat(one.take(account(RequestKind.CREATIONS, "owner bo", 1)).allowed()).isTrue();
    assertThat(one.take(account(RequestKind.CREATIONS, "address bob", 1)).allowed()).isTrue();
    assertThat(one.take(account(RequestKind.WRITES, "owner bob", 1)).allowed()).isTrue();
    assertThat(one.take(account(RequestKind.READS, "owner bob", 1)).allowed()).isTrue();
  }

  @Test
  void what_was_used_comes_back() {
    RateLimitKey quick =
        new RateLimitKey(RequestKind.WRITES, "owner quick", 1, Duration.ofMillis(1));
    assertThat(one.take(quick).allowed()).isTrue();
    RateLimitKey slow = account(RequestKind.WRITES, "owner slow", 1);
    assertThat(one.take(slow).allowed()).isTrue();

    await().until(() -> one.take(quick).allowed());
    assertThat(one.take(slow).allowed()).isFalse();
  }

  @Test
  void reads_do_not_ask_the_database_each_and_processes_still_know_of_each_other() {
    RateLimitKey reader = account(RequestKind.READS, "owner reader", 1_000);
    int before = table.asked.get();

    long allowed =
        LongStream.range(0, 2_000)
            .filter(turn -> (turn % 2 == 0 ? one : other).take(reader).allowed())
            .count();

    // A day's allowance comes back at one in a minute and a half.
    assertThat(allowed).isBetween(1_000L, 1_001L);
    assertThat(table.asked.get() - before).isLessThan(100);
  }

  @Test
  void reads_that_come_together_are_all_counted_though_the_bucket_is_not_there_yet()
      throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      RateLimitKey crowd = account(RequestKind.READS, "owner crowd " + round, 1_000);
      assertThat(together(crowd, 16)).hasSize(16).allMatch(Verdict::allowed);
    }
  }

  @Test
  void reads_are_counted_though_the_bucket_was_removed() throws InterruptedException {
    RateLimitKey back = account(RequestKind.READS, "owner back", 1_000);
    assertThat(together(back, 16)).hasSize(16);
    table.database.execute("delete from rate_limit where bucket like '%owner back'");
    // More than are kept untold.
    assertThat(together(back, 200)).hasSize(200).allMatch(Verdict::allowed);
    assertThat(count("back")).isEqualTo("1");
  }

  private List<Verdict> together(RateLimitKey account, int requests) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(Collections.<Callable<Verdict>>nCopies(requests, () -> one.take(account)))
          .stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  @Test
  void reads_beyond_the_allowance_do_not_ask_the_database_each() {
    RateLimitKey flood = account(RequestKind.READS, "owner flood", 1);
    assertThat(one.take(flood).allowed()).isTrue();
    assertThat(one.take(flood).allowed()).isFalse();
    int before = table.asked.get();

    Verdict refused = one.takeHere(flood).orElseThrow();

    assertThat(refused.allowed()).isFalse();
    assertThat(refused.untilNext()).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(table.asked.get()).isEqualTo(before);
    assertThat(other.take(flood).allowed()).as("in another process").isFalse();
  }

  @Test
  void only_buckets_that_are_full_again_are_removed() {
    one.take(account(RequestKind.WRITES, "owner gone", 5));
    one.take(account(RequestKind.WRITES, "owner present", 5));
    assertThat(count("gone")).isEqualTo("1");
    table.database.execute("update rate_limit set expires_at = 1 where bucket like '%owner gone'");

    one.removeExpired();

    assertThat(count("gone")).isEqualTo("0");
    assertThat(count("present")).isEqualTo("1");
    assertThat(
            table.database.ask(
                """
                select (extract(epoch from now()) * 1000)::bigint + 86400000 / 5 - expires_at
                  between 0 and 3600000 from rate_limit where bucket like '%owner present'
                """))
        .as("one of five is missing, which takes a fifth of a day")
        .isEqualTo("t");
  }

  private static String count(String who) {
    return table.database.ask(
        "select count(*) from rate_limit where bucket like '%%owner %s'".formatted(who));
  }
}
