package freshlegs.coach.tell;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * When somebody wants to be told: a digest a day at {@code toldAt}; nothing but STOP from {@code quietFrom} to {@code quietTo} (no quiet
 * hours when both are the same); at each channel {@code weeklyBudget} messages about alerts from Monday to Sunday, STOP apart; the
 * weekly review on {@code reviewOn}. All of it as the clocks of {@code zone} show.
 */
public record Manners(
        ZoneId zone, LocalTime toldAt, LocalTime quietFrom, LocalTime quietTo, int weeklyBudget, DayOfWeek reviewOn) {
    public static final int LARGEST_BUDGET = 100;
    private static final LocalTime SEVEN = LocalTime.of(7, 0);
    private static final LocalTime NINE_IN_THE_EVENING = LocalTime.of(21, 0);
    private static final int USUAL_BUDGET = 10;

    public Manners {
        if (weeklyBudget < 1 || weeklyBudget > LARGEST_BUDGET) {
            throw new IllegalArgumentException("a weekly budget lies between 1 and " + LARGEST_BUDGET);
        }
    }

    /** Of those who have said nothing. */
    public static Manners usual(ZoneId zone) {
        return new Manners(zone, SEVEN, NINE_IN_THE_EVENING, SEVEN, USUAL_BUDGET, DayOfWeek.MONDAY);
    }

    private WallClock wall() {
        return new WallClock(zone);
    }

    public LocalDate day(Instant now) {
        return wall().day(now);
    }

    public boolean isQuiet(Instant now) {
        return wall().isBetween(now, quietFrom, quietTo);
    }

    /** When the quiet hours end; {@code now} when there are none now. */
    public Instant afterQuiet(Instant now) {
        return wall().endOf(now, quietFrom, quietTo);
    }

    /** The last hour of a digest until now; one in quiet hours comes at their end. */
    Instant lastDigest(Instant now) {
        return digests(now)
                .filter(digest -> !digest.isAfter(now))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The first hour of a digest after now. */
    Instant nextDigest(Instant now) {
        return digests(now)
                .filter(digest -> digest.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** One may come two days late, when the only hour that is not quiet is left out by the clocks. */
    private Stream<Instant> digests(Instant now) {
        return Stream.iterate(day(now).minusDays(3), day -> day.plusDays(1))
                .limit(5)
                .map(day -> afterQuiet(wall().at(day, toldAt)));
    }

    /** When this week's budget began. */
    Instant weekStart(Instant now) {
        return wall().at(day(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), LocalTime.MIDNIGHT);
    }

    /** When the budget is renewed. */
    Instant weekEnd(Instant now) {
        return wall().at(day(now).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), LocalTime.MIDNIGHT);
    }
}
