package org.lecturehighlights.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.security.Caller;

class RateLimitKeysTest {
  private final RateLimitKeys accounts =
      new RateLimitKeys(new LimitsTable.Config(Duration.ofSeconds(1)));

  @ParameterizedTest
  @CsvSource({
    "POST, true, CREATIONS",
    "POST, false, WRITES",
    "PATCH, false, WRITES",
    "PUT, false, WRITES",
    "DELETE, false, WRITES",
    "NONSENSE, false, WRITES",
    "GET, false, READS",
    "HEAD, false, READS",
    "OPTIONS, false, READS"
  })
  void requests_that_begin_work_are_told_from_others(
      String method, boolean isCreation, RequestKind expected) {
    assertThat(RequestKind.of(method, isCreation)).isEqualTo(expected);
  }

  @Test
  void a_caller_has_one_account_wherever_they_are() {
    Caller alice = new Caller("alice", false);
    RateLimitKey here = accounts.of(RequestKind.READS, alice, "192.0.2.1");
    assertThat(accounts.of(RequestKind.READS, alice, "192.0.2.2")).isEqualTo(here);
    assertThat(here.allowance()).isEqualTo(7);
    assertThat(accounts.of(RequestKind.READS, new Caller("bob", false), "192.0.2.1").key())
        .isNotEqualTo(here.key());
  }

  @Test
  void administrators_are_counted_like_everybody() {
    assertThat(accounts.of(RequestKind.WRITES, new Caller("admin", true), "192.0.2.1").allowance())
        .isEqualTo(5);
  }

  @Test
  void who_has_no_name_shares_the_larger_account_of_an_address() {
    RateLimitKey account = accounts.of(RequestKind.READS, Caller.EVERYONE, "192.0.2.1");
    assertThat(account.allowance()).isEqualTo(21);
    assertThat(accounts.of(RequestKind.READS, null, "192.0.2.1")).isEqualTo(account);
    assertThat(accounts.of(RequestKind.READS, null, "192.0.2.2").key()).isNotEqualTo(account.key());
  }

  @Test
  void one_customers_ipv6_addresses_are_one() {
    RateLimitKey account = accounts.of(RequestKind.READS, null, "2001:db8:1:2::3");
    assertThat(accounts.of(RequestKind.READS, null, "2001:db8:1:2:ffff::4")).isEqualTo(account);
    assertThat(accounts.of(RequestKind.READS, null, "2001:db8:1:3::3").key())
        .isNotEqualTo(account.key());
    assertThat(accounts.of(RequestKind.READS, null, "unknown").who()).isEqualTo("address unknown");
  }
}
