package org.lecturehighlights.platform.ratelimit;

import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.security.Caller;

/**
 * Whose allowance a request uses: the caller's own, wherever they are, and where nobody is named
 * the address's. Administrators have one like everybody, since their scripts err, too.
 */
@Singleton
class RateLimitKeys {
  /** Of an IPv6 address: what a provider gives to one customer, within which addresses change. */
  private static final int NETWORK_BYTES = 8;

  private static final int IPV6_BYTES = 16;

  private final LimitConfig config;

  RateLimitKeys(LimitConfig config) {
    this.config = config;
  }

  RateLimitKey of(RequestKind kind, @Nullable Caller caller, String address) {
    long allowance = kind.allowance(config);
    String owner = caller == null ? null : caller.owner();
    return owner == null
        ? new RateLimitKey(
            kind,
            "address " + network(address),
            Math.multiplyExact(allowance, config.addressFactor()),
            config.window())
        : new RateLimitKey(kind, "owner " + owner, allowance, config.window());
  }

  private static String network(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
        : address;
  }
}
