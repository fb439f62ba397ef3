package freshlegs.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which a server may be asked for that listens on {@code host}. One that listens on this machine alone is asked
 * for by this machine's names, so that no web page elsewhere can reach it through a name of its own that points here; to any
 * other server every name is right.
 */
public final class LocalNames {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean isLocal;
    private final String own;

    private LocalNames(boolean isLocal, String own) {
        this.isLocal = isLocal;
        this.own = own;
    }

    public static LocalNames of(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        boolean needsBrackets = plain.contains(":") && !plain.startsWith("[");
        return new LocalNames(isLoopback(host), needsBrackets ? "[" + plain + "]" : plain);
    }

    /** Whether a request may name the server so; {@code hostHeader} may end in a port. */
    public boolean allow(String hostHeader) {
        String name = hostHeader.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
        return !isLocal || THIS_MACHINE.contains(name) || name.equals(own);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
