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
 * Where messages may be sent: to the public internet over https. A host name is resolved once, the
 * resulting address is checked, and the connection goes to that same address, so that changing the
 * DNS entry between check and use achieves nothing.
 */
@Singleton
public class Destinations {
  /** Resolves host names to addresses. */
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
   * The address to connect to. Waits for a DNS lookup.
   *
   * @throws Problem {@code WEBHOOK_URL_REFUSED}
   */
  public InetSocketAddress resolve(URI target) {
    String host = checkedHost(target);
    try {
      List<InetAddress> addresses = resolver.addresses(host);
      // A private address among public ones is an attempt to have it picked by chance.
      if (!allowPrivate && !addresses.stream().allMatch(PublicAddress::is)) {
        throw refused("The host must have a public internet address.");
      }
      return new InetSocketAddress(addresses.getFirst(), port(target));
    } catch (UnknownHostException e) {
      throw Problem.ofField(
          ProblemKind.WEBHOOK_URL_REFUSED, "url", "The host name could not be found.", e);
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
      throw refused("Use a URL that starts with https://.");
    }
    String host = target.getHost();
    if (host == null || target.getRawUserInfo() != null || target.getPort() > 65_535) {
      throw refused("Use a URL with a host name and without a user name.");
    }
    return host;
  }

  private static Problem refused(String detail) {
    return Problem.ofField(ProblemKind.WEBHOOK_URL_REFUSED, "url", detail);
  }
}
