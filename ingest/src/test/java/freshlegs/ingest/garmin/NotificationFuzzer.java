package freshlegs.ingest.garmin;

import java.time.Instant;

/** Looks for notifications that break their reader; whatever is thrown is a finding. */
public final class NotificationFuzzer {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private NotificationFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) {
        Notification.read(content, NOW).ifPresent(told -> told.files()
                .values()
                .forEach(items -> items.forEach(item -> {
                    if (!item.id().matches("[A-Za-z0-9_-]{1,80}")) {
                        throw new IllegalStateException("an id that is none: " + item.id());
                    }
                })));
    }
}
