package freshlegs.coach.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public internet, and blocks that the operator allows by name.
 *
 * <p>Never public: the special-purpose blocks of IANA's registries (RFC 6890 and its successors), multicast, IPv6 beyond the
 * global unicast block (RFC 4291), and IPv6 addresses that carry an IPv4 address which is itself not public (NAT64 of RFC 6052,
 * 6to4 of RFC 3056).
 */
public record Reachable(List<Block> allowed) {
    private static final List<Block> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Block::of)
            .toList();
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
    private static final int IPV4 = 4;
    private static final int SIX_TO_FOUR_AT = 2;
    private static final int LAST_AT = 12;

    public Reachable {
        allowed = List.copyOf(allowed);
    }

    public static Reachable publicOnly() {
        return new Reachable(List.of());
    }

    /** For addresses that the operator set. */
    public static Reachable everything() {
        return new Reachable(List.of(Block.of("0.0.0.0/0"), Block.of("::/0")));
    }

    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.holds(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (NAT64.holds(address)) {
            return isPublic(carried(address, LAST_AT));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return isPublic(carried(address, SIX_TO_FOUR_AT));
        }
        boolean assigned = address instanceof Inet4Address || GLOBAL_UNICAST.holds(address);
        return assigned && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }

    private static InetAddress carried(InetAddress address, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), at, at + IPV4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
