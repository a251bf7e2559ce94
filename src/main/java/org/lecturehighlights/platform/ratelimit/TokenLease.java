package org.lecturehighlights.platform.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A part of an account's allowance that this process took from the table at once, and gives out
 * without asking it again. What is not given out in time is lost to the caller. Where the table had
 * nothing left, that is remembered until it can have something again. Both for ten seconds at most,
 * so that changes of the table are seen.
 */
final class TokenLease {
  private static final Duration KEPT = Duration.ofSeconds(10);

  /** Held while the table is asked, by one request for all that came meanwhile. */
  private final ReentrantLock filling = new ReentrantLock();

  /** What the table said last, and when. */
  private Verdict last = new Verdict(true, 0, Duration.ZERO, Duration.ZERO);

  private long askedAtNanos = System.nanoTime();
  private long left;

  /** The verdict of one request, if it is known without the table. Never waits. */
  synchronized Optional<Verdict> give() {
    Duration age = Duration.ofNanos(System.nanoTime() - askedAtNanos);
    if (age.compareTo(KEPT) >= 0) {
      return Optional.empty();
    }
    if (last.allowed()) {
      return left == 0
          ? Optional.empty()
          : Optional.of(
              new Verdict(true, last.remaining() + --left, last.untilFull(), Duration.ZERO));
    }
    Duration untilNext = last.untilNext().minus(age);
    return untilNext.isPositive()
        ? Optional.of(new Verdict(false, 0, last.untilFull().minus(age), untilNext))
        : Optional.empty();
  }

  /**
   * The verdict of one request, for which the table is asked where nothing is left.
   *
   * @param size of the next share
   * @param next takes that many from the table, or nothing
   * @param one takes a single request from it
   */
  Verdict give(long size, Supplier<Verdict> next, Supplier<Verdict> one) {
    filling.lock();
    try {
      Optional<Verdict> kept = give();
      if (kept.isPresent()) {
        return kept.get();
      }
      Verdict share = next.get();
      if (share.allowed()) {
        keep(share, size - 1);
        return new Verdict(true, share.remaining() + size - 1, share.untilFull(), Duration.ZERO);
      }
      Verdict single = one.get();
      keep(single, 0);
      return single;
    } finally {
      filling.unlock();
    }
  }

  private synchronized void keep(Verdict verdict, long requests) {
    last = verdict;
    left = requests;
    askedAtNanos = System.nanoTime();
  }
}
