package freshlegs.coach.web;

import freshlegs.coach.Outside;
import freshlegs.model.LocalNames;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands before the console: nothing, or a proxy whose word is taken only if a setting says so. */
final class Front {
    private static final int NETWORK_BYTES = 8;

    private final String host;
    private final Outside outside;
    private final LocalNames names;

    Front(String host, Outside outside) {
        this.host = host;
        this.outside = outside;
        this.names = LocalNames.of(host);
    }

    /** Whether a request comes straight from this machine to a console that nobody else was meant to reach. */
    boolean isThisMachineAlone(Context request) {
        return isLoopback(host)
                && outside.address().isEmpty()
                && !outside.proxied()
                && request.header("X-Forwarded-For") == null
                && request.header("X-Forwarded-Proto") == null
                && request.header("Forwarded") == null;
    }

    /** Whether the browser speaks https, to us or to the proxy before us. */
    boolean isSecure(Context request) {
        boolean proxySays = outside.proxied() && "https".equalsIgnoreCase(last(request.header("X-Forwarded-Proto")));
        return proxySays || "https".equals(request.scheme()) || outsideIsSecure(request);
    }

    private boolean outsideIsSecure(Context request) {
        return outside.address()
                .filter(address -> "https".equals(address.getScheme()))
                .map(Front::authority)
                .filter(authority(request)::equals)
                .isPresent();
    }

    /** Who asks, for counting wrong tries: an address, of IPv6 its network. */
    String caller(Context request) {
        String forwarded = last(request.header("X-Forwarded-For"));
        String address = outside.proxied() && !forwarded.isEmpty()
                ? forwarded
                : String.valueOf(request.req().getRemoteAddr());
        return address.contains(":") ? network(address) : address;
    }

    /** Whether a web address is one of ours, as the request was sent to it or as it is known outside. */
    boolean isOurs(Context request, String origin) {
        String authority = origin.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        return authority.equals(authority(request))
                || outside.address()
                        .map(Front::authority)
                        .filter(authority::equals)
                        .isPresent();
    }

    /** Whether the console may be asked for under the name that a request gives. */
    boolean isName(Context request) {
        return names.allow(authority(request))
                || outside.address()
                        .map(Front::authority)
                        .filter(authority(request)::equals)
                        .isPresent();
    }

    /** An address of ours as people elsewhere can open it. */
    String link(Context request, String path) {
        String base = outside.address()
                .map(URI::toString)
                .orElseGet(() -> (isSecure(request) ? "https://" : "http://") + authority(request));
        return base.replaceFirst("/+$", "") + path;
    }

    private static String authority(Context request) {
        return Optional.ofNullable(request.host()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String authority(URI address) {
        return String.valueOf(address.getAuthority()).toLowerCase(Locale.ROOT);
    }

    /** Of a list to which each proxy appends, what the nearest one said. */
    private static String last(@Nullable String list) {
        if (list == null) {
            return "";
        }
        String[] parts = list.split(",", -1);
        return parts[parts.length - 1].strip();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Only of what is an address already: nothing is looked up. */
    private static String network(String address) {
        String plain = address.replaceAll("[\\[\\]]", "").replaceFirst("%.*", "");
        if (!plain.matches("[0-9a-fA-F:.]+")) {
            return plain;
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return plain;
        }
    }
}
