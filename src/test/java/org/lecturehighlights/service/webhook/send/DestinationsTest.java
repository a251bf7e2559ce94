package org.lecturehighlights.service.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class DestinationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.19.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void addresses_that_are_not_public_are_refused(String address) throws Exception {
    InetAddress forbidden = InetAddress.getByName(address);
    refused(new Destinations(host -> List.of(forbidden), false), "https://hooks.example/");
    refused(
        new Destinations(host -> List.of(InetAddress.getByName("8.8.8.8"), forbidden), false),
        "https://hooks.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.17.0.1",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450::1"
      })
  void public_addresses_are_accepted_and_used_as_checked(String address) throws Exception {
    InetAddress ours = InetAddress.getByName(address);
    Destinations destinations = new Destinations(host -> List.of(ours), false);
    assertThat(destinations.resolve(URI.create("https://hooks.example/a?b")))
        .isEqualTo(new InetSocketAddress(ours, 443));
    assertThat(destinations.resolve(URI.create("https://hooks.example:8443/")).getPort())
        .isEqualTo(8443);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "https:///nowhere",
        "https://user:word@hooks.example/",
        "https://hooks.example:99999/",
        "//hooks.example/",
        "mailto:somebody@hooks.example"
      })
  void urls_of_other_forms_are_refused(String address) throws Exception {
    InetAddress good = InetAddress.getByName("8.8.8.8");
    refused(new Destinations(host -> List.of(good), false), address);
  }

  @Test
  void ip_addresses_in_urls_are_checked_like_host_names() {
    Destinations real = new Destinations(host -> List.of(InetAddress.getAllByName(host)), false);
    refused(real, "https://127.0.0.1/");
    refused(real, "https://[::1]/");
    refused(real, "https://[::ffff:169.254.169.254]/");
  }

  @Test
  void a_host_name_without_an_address_is_refused() {
    refused(
        new Destinations(
            host -> {
              throw new UnknownHostException(host);
            },
            false),
        "https://hooks.example/");
  }

  @Test
  void a_host_name_is_resolved_and_checked_for_each_connection() throws Exception {
    ArrayDeque<InetAddress> answers =
        new ArrayDeque<>(
            List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")));
    Destinations destinations = new Destinations(host -> List.of(answers.remove()), false);
    assertThat(destinations.resolve(URI.create("https://hooks.example/")).getAddress())
        .isEqualTo(InetAddress.getByName("8.8.8.8"));
    assertThat(answers).as("one DNS lookup per connection").hasSize(1);
    refused(destinations, "https://hooks.example/");
  }

  private static void refused(Destinations destinations, String address) {
    assertThatThrownBy(() -> destinations.resolve(URI.create(address)))
        .as(address)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.WEBHOOK_URL_REFUSED));
  }
}
