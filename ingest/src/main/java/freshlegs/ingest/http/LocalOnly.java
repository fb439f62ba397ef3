package freshlegs.ingest.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * An intake that listens on this machine alone answers only requests that name this machine, so that no web page elsewhere can
 * reach it through a name of its own that points here.
 */
final class LocalOnly {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean active;
    private final String host;

    LocalOnly(String host) {
        this.host = host.toLowerCase(Locale.ROOT);
        this.active = isLoopback(host);
    }

    void check(Context request) {
        if (!active) {
            return;
        }
        String named = request.host() == null ? "" : request.host().toLowerCase(Locale.ROOT);
        String name = named.replaceFirst(":\\d+$", "");
        if (!NAMES.contains(name) && !name.equals(host)) {
            throw Refusal.badRequest(
                    "this intake listens on this machine alone: use the address it printed at its start;"
                            + " a proxy on this machine must name it so too");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
