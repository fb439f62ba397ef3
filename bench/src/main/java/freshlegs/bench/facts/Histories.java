package freshlegs.bench.facts;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The synthetic facts of {@code athletes} over {@code days} each, all ending on the same day. Every single fact follows from the
 * seed, the athlete and the day, so that any order costs no memory.
 */
public record Histories(long seed, int athletes, int days) {
    private static final Slot[] SLOTS = Slot.values();

    public Histories {
        if (athletes < 1 || days < 1 || (long) athletes * days * SLOTS.length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("impossible histories: " + athletes + " athletes, " + days + " days");
        }
    }

    /** As many athletes with a year each. */
    public static Histories years(long seed, int athletes) {
        return new Histories(seed, athletes, Slot.YEAR);
    }

    public double athleteYears() {
        return (double) athletes * days / Slot.YEAR;
    }

    public int athleteDays() {
        return athletes * days;
    }

    public int facts() {
        return athletes * (int) codesOfOne().count();
    }

    /** Gives every fact once. */
    public void forEach(Order order, Consumer<Fact> taker) {
        int[] codes = chronological();
        order.arrange(codes, seed);
        for (int code : codes) {
            taker.accept(fact(code));
        }
    }

    /** The facts of one day of one athlete, both counted from 0. */
    public List<Fact> factsOf(int athlete, int day) {
        return Stream.of(SLOTS)
                .filter(slot -> slot.isOn(day))
                .map(slot -> day(athlete, day).fact(slot))
                .toList();
    }

    public static AthleteId athlete(int number) {
        return AthleteId.of("bench-" + number);
    }

    /** The last day of all histories. */
    public static LocalDate lastDay() {
        return AthleteDay.LAST_DAY;
    }

    private AthleteDay day(int athlete, int day) {
        return new AthleteDay(seed, athlete(athlete), athlete, day, days);
    }

    /** All athletes day by day, as if they had been there from the start. */
    private int[] chronological() {
        return IntStream.range(0, athletes * days * SLOTS.length)
                .filter(code -> slot(code).isOn(day(code)))
                .toArray();
    }

    private IntStream codesOfOne() {
        return IntStream.range(0, days * SLOTS.length)
                .filter(code -> SLOTS[code % SLOTS.length].isOn(code / SLOTS.length));
    }

    private Fact fact(int code) {
        return day(code / SLOTS.length % athletes, day(code)).fact(slot(code));
    }

    private int day(int code) {
        return code / SLOTS.length / athletes;
    }

    private static Slot slot(int code) {
        return SLOTS[code % SLOTS.length];
    }
}
