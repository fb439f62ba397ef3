package freshlegs.streams.plan;

import java.util.Locale;

/** A time as runners write it: 22:30 or 1:45:10. */
final class Clock {
    private Clock() {}

    static String of(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
