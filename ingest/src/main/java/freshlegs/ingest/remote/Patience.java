package freshlegs.ingest.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;

/**
 * How long to wait before asking a server again: after the n-th failure in a row {@code shortest * 2^(n-1)}, at most
 * {@code longest}, a fifth more or less by chance so that not all ask at once; never less than the server itself asked for.
 */
public final class Patience {
    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.2;
    private static final Duration LONGEST_OBEYED = Duration.ofDays(1);

    private final Duration shortest;
    private final Duration longest;
    private final Random chance;

    public Patience(Duration shortest, Duration longest, Random chance) {
        this.shortest = shortest;
        this.longest = longest;
        this.chance = chance;
    }

    public Duration after(int failures, Optional<Duration> askedFor) {
        double doubled = shortest.toMillis() * Math.pow(2, Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        double bounded = Math.min(doubled, (double) longest.toMillis());
        long spread = Math.round(bounded * (1 + SPREAD * (2 * chance.nextDouble() - 1)));
        Duration own = Duration.ofMillis(spread);
        return askedFor.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    /** The header {@code Retry-After}: seconds or a date; at most a day of it is obeyed. */
    public static Optional<Duration> askedFor(Optional<String> retryAfter, Instant now) {
        return retryAfter.map(String::strip).flatMap(text -> read(text, now)).map(Patience::bounded);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, until.toInstant())).filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST_OBEYED) > 0 ? LONGEST_OBEYED : asked;
    }
}
