package org.lecturehighlights.service.webhook.send;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Where messages may go: to the public internet by https. What is checked is the address that a
 * name has at this moment, and that very address is connected to, so that a name which changes
 * between check and use gains nothing.
 */
@Singleton
public class Destinations {
  /** Names to addresses. */
  interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  private final Resolver resolver;
  private final boolean allowPrivate;

  @Inject
  Destinations(WebhookConfig config) {
    this(host -> List.of(InetAddress.getAllByName(host)), config.allowPrivate());
  }

  Destinations(Resolver resolver, boolean allowPrivate) {
    this.resolver = resolver;
    this.allowPrivate = allowPrivate;
  }

  /**
   * The address to connect to. Asks the name service and waits for it.
   *
   * @throws Problem {@code WEBHOOK_URL_REFUSED}
   */
  public InetSocketAddress resolve(URI target) {
    String host = checkedHost(target);
    try {
      List<InetAddress> addresses = resolver.addresses(host);
      // One bad address among good ones is an attempt at reaching it by chance.
      if (!allowPrivate && !addresses.stream().allMatch(PublicAddress::is)) {
        throw refused("The host's address is not one of the public internet.");
      }
      return new InetSocketAddress(addresses.getFirst(), port(target));
    } catch (UnknownHostException e) {
      throw Problem.ofField(
          ProblemKind.WEBHOOK_URL_REFUSED, "url", "The host's name is not known.", e);
    }
  }

  static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return isSecure(target) ? 443 : 80;
  }

  static boolean isSecure(URI target) {
    return "https".equalsIgnoreCase(target.getScheme());
  }

  private String checkedHost(URI target) {
    if (!isSecure(target) && !(allowPrivate && "http".equalsIgnoreCase(target.getScheme()))) {
      throw refused("Use an address that begins with https://.");
    }
    String host = target.getHost();
    if (host == null || target.getRawUserInfo() != null || target.getPort() > 65_535) {
      throw refused("Use an address with a host and without a user's name.");
    }
    return host;
  }

  private static Problem refused(String detail) {
    return Problem.ofField(ProblemKind.WEBHOOK_URL_REFUSED, "url", detail);
  }
}
