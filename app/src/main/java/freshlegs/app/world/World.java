package freshlegs.app.world;

import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Squads out of the {@link Mixture}. An athlete depends on the seed, the cause, the own number and the number of days alone: not on how
 * many others there are nor on the order in which they are asked for. Streams make athletes one at a time and may be parallel. Two worlds
 * of one seed that differ in their confounders have the same noise and habits: whatever no confounder touches is equal.
 */
public record World(long seed, Set<Confounder> confounders) {
    /** A Monday. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);

    private static final int MOST_ATHLETES = 99_999;
    private static final int MOST_DAYS = 3660;

    public World {
        confounders = Set.copyOf(confounders);
    }

    /** With everything that the mixture has. */
    public static World of(long seed) {
        return new World(seed, EnumSet.allOf(Confounder.class));
    }

    /** Nobody overreaches; the first label of each says so, of all days. */
    public static Stream<LabelledAthlete> sound(long seed, int athletes, int days) {
        return of(seed).sound(athletes, days);
    }

    /** Each overreaches once, after 120 days or some more, and is followed for five weeks from then on. */
    public static Stream<LabelledAthlete> overreached(long seed, Cause cause, int athletes) {
        return of(seed).overreached(cause, athletes);
    }

    /** The same world with these confounders and no others. */
    public World with(Set<Confounder> others) {
        return new World(seed, others);
    }

    public World without(Confounder... some) {
        Set<Confounder> left = EnumSet.noneOf(Confounder.class);
        left.addAll(confounders);
        List.of(some).forEach(left::remove);
        return new World(seed, left);
    }

    public Stream<LabelledAthlete> sound(int athletes, int days) {
        return numbers(athletes).mapToObj(number -> soundAthlete(number, days));
    }

    public Stream<LabelledAthlete> overreached(Cause cause, int athletes) {
        return numbers(athletes).mapToObj(number -> overreachedAthlete(cause, number));
    }

    /** The sound athlete of one number, from 1. */
    public LabelledAthlete soundAthlete(int number, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must lie between 1 and " + MOST_DAYS);
        }
        LabelledAthlete lived = life(Cause.NONE, number, days).from(FIRST_DAY, Optional.empty());
        List<LabelledDays> labels = new ArrayList<>();
        labels.add(new LabelledDays(FIRST_DAY, FIRST_DAY.plusDays(days - 1L), Cause.NONE));
        labels.addAll(lived.labels());
        return new LabelledAthlete(
                lived.person(), lived.nights(), lived.answers(), lived.runs(), labels, lived.newWatch());
    }

    /** The overreached athlete of one number, from 1. */
    public LabelledAthlete overreachedAthlete(Cause cause, int number) {
        if (!cause.isOverreaching()) {
            throw new IllegalArgumentException(cause + " is no overreaching");
        }
        Onset onset = Onset.draw(athlete(cause, number).of(Purpose.ONSET).chance(), cause);
        return life(cause, number, onset.firstDay() + Mixture.DAYS_FROM_ONSET).from(FIRST_DAY, Optional.of(onset));
    }

    /** How much of a day's noise is left on the next day, the autocorrelation of an athlete: 0, 0.3 or 0.5. */
    public double persistence(Cause cause, int number) {
        return runner(cause, number).persistence();
    }

    private Life life(Cause cause, int number, int days) {
        Seed athlete = athlete(cause, number);
        return new Life(
                runner(cause, number),
                habits(cause, number, days),
                new Happenings(athlete, confounders, days),
                athlete,
                days);
    }

    Habits habits(Cause cause, int number, int days) {
        return Habits.draw(athlete(cause, number).of(Purpose.HABITS).chance(), days);
    }

    Runner runner(Cause cause, int number) {
        String squad = cause == Cause.NONE ? "sound" : cause.name().toLowerCase(Locale.ROOT);
        AthleteId id = AthleteId.of(String.format(Locale.ROOT, "%s-%05d", squad, number));
        return Runner.draw(id, athlete(cause, number).of(Purpose.RUNNER).chance());
    }

    private Seed athlete(Cause cause, int number) {
        return Seed.root(seed).of(cause).of(number);
    }

    private static IntStream numbers(int athletes) {
        if (athletes < 0 || athletes > MOST_ATHLETES) {
            throw new IllegalArgumentException("athletes must lie between 0 and " + MOST_ATHLETES);
        }
        return IntStream.rangeClosed(1, athletes);
    }
}
