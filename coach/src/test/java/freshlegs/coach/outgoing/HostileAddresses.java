package freshlegs.coach.outgoing;

import java.util.List;

/** Ways to write an address that lies on this machine, in a private network or nowhere. */
public final class HostileAddresses {
    private HostileAddresses() {}

    public static List<String> all() {
        return List.of(
                "127.0.0.1",
                "127.1",
                "127.255.255.254",
                "2130706433",
                "0",
                "0.0.0.0",
                "localhost",
                "LOCALHOST.",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[2001::1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[5f00::1]",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "0.1.2.3");
    }
}
