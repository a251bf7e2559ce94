package org.lecturehighlights.service.webhook.send;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Whether an address belongs to the public internet, according to IANA's registries of
 * special-purpose addresses. Java reads IPv4-mapped IPv6 addresses as IPv4.
 */
final class PublicAddress {
  private static final List<Block> RESERVED_V4 =
      List.of(
          new Block(0x00000000, 8), // this network
          new Block(0x0A000000, 8), // private
          new Block(0x64400000, 10), // shared address space of carriers
          new Block(0x7F000000, 8), // loopback
          new Block(0xA9FE0000, 16), // link-local, including cloud metadata services
          new Block(0xAC100000, 12), // private
          new Block(0xC0000000, 24), // protocol assignments
          new Block(0xC0000200, 24), // documentation
          new Block(0xC0586300, 24), // IPv6 relays
          new Block(0xC0A80000, 16), // private
          new Block(0xC6120000, 15), // benchmarking
          new Block(0xC6336400, 24), // documentation
          new Block(0xCB007100, 24), // documentation
          new Block(0xE0000000, 3)); // multicast, reserved, broadcast

  /** Leading bits of an IPv4 address. */
  private record Block(int start, int bits) {
    boolean holds(int address) {
      int mask = -1 << (32 - bits);
      return (address & mask) == start;
    }
  }

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? RESERVED_V4.stream().noneMatch(block -> block.holds(word(bytes, 0)))
        : isPublicV6(bytes);
  }

  /** Global unicast (2000::/3), except for blocks that embed IPv4 addresses or are reserved. */
  private static boolean isPublicV6(byte[] bytes) {
    int first = word(bytes, 0);
    return first >>> 29 == 1
        && first >>> 9 != 0x20010000 >>> 9 // 2001::/23: Teredo and other assignments
        && first != 0x20010DB8 // documentation
        && first >>> 16 != 0x2002 // 6to4
        && first >>> 12 != 0x3FFF0; // documentation, 3fff::/20
  }

  private static int word(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes, from, Integer.BYTES).getInt();
  }
}
