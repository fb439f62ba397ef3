package freshlegs.coach;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * An OpenID Connect provider that vouches for people: its issuer, who we are to it, and what people call it. Its secret is never
 * printed.
 */
public record OidcSettings(URI issuer, String clientId, String clientSecret, String name) {
    public OidcSettings {
        boolean safe = "https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && isLoopback(issuer));
        if (!safe || issuer.getHost() == null || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("the issuer must be a whole https address without query: " + issuer);
        }
        if (clientId.isBlank() || clientSecret.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "the OpenID Connect provider needs a client id, a client secret and a name");
        }
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + ", " + name + "]";
    }
}
