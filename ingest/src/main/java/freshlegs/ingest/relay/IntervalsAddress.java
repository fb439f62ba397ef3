package freshlegs.ingest.relay;

import java.net.URI;
import java.time.LocalDate;
import java.util.Set;

/** Where intervals.icu, or a server that answers like it, is: by https, or on this machine. */
public record IntervalsAddress(URI base) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public IntervalsAddress {
        boolean isWeb = base.getHost() != null && base.getRawUserInfo() == null && base.getRawQuery() == null;
        boolean isSafe = "https".equals(base.getScheme())
                || ("http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost()));
        if (!isWeb || !isSafe) {
            throw new IllegalArgumentException(
                    "give an https address such as https://intervals.icu; only this machine's own" + " may be http");
        }
    }

    /** Reads an address. */
    public static IntervalsAddress of(String text) {
        return new IntervalsAddress(URI.create(text.replaceFirst("/+$", "")));
    }

    URI activities(LocalDate oldest, LocalDate newest) {
        return URI.create(base + "/api/v1/athlete/0/activities?oldest=" + oldest + "&newest=" + newest);
    }

    URI file(String id) {
        return URI.create(base + "/api/v1/activity/" + id + "/file");
    }

    /** Events that are there already under the same external id are replaced. */
    URI events() {
        return URI.create(base + "/api/v1/athlete/0/events/bulk?upsert=true");
    }

    URI eventsToDelete() {
        return URI.create(base + "/api/v1/athlete/0/events/bulk-delete");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
