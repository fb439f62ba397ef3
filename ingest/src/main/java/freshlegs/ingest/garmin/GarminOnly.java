package freshlegs.ingest.garmin;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Garmin's own server, by https, under the one path that files come from, at an address of the public internet. */
final class GarminOnly implements DownloadRule {
    private static final String HOST = "apis.garmin.com";
    private static final String PATH = "/wellness-api/rest/";

    @Override
    public Optional<URI> allowed(String address) {
        try {
            return Optional.of(new URI(address)).filter(GarminOnly::isGarmins);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean mayTalkTo(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isReserved(address.getAddress(), address instanceof Inet4Address);
    }

    private static boolean isGarmins(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && HOST.equalsIgnoreCase(address.getHost())
                && address.getRawUserInfo() == null
                && (address.getPort() == -1 || address.getPort() == 443)
                && address.getRawFragment() == null
                && isUnder(address.getRawPath());
    }

    /** Only plain paths: whatever could climb out when somebody else reads it differently is not plain. */
    private static boolean isUnder(String path) {
        return path.startsWith(PATH)
                && path.length() > PATH.length()
                && path.matches("[A-Za-z0-9/_.-]+")
                && !path.contains("..")
                && !path.contains("//")
                && !path.contains("/./");
    }

    /** Shared (100.64/10), "this network" (0/8), 192.0.0/24, benchmarks (198.18/15), 240/4; unique local and mapped IPv6. */
    private static boolean isReserved(byte[] bytes, boolean isFour) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (isFour) {
            return first == 0
                    || (first == 100 && (second & 0xc0) == 64)
                    || (first == 192 && second == 0 && bytes[2] == 0)
                    || (first == 198 && (second & 0xfe) == 18)
                    || first >= 240;
        }
        boolean isUniqueLocal = (first & 0xfe) == 0xfc;
        boolean isGlobal = (first & 0xe0) == 0x20;
        boolean isTranslated = first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0));
        return isUniqueLocal || !isGlobal || isTranslated;
    }
}
