package freshlegs.app.simulate;

import java.time.LocalDate;

/** What to simulate; the same settings give the same bytes, and another {@code lastDay} the same shape on other dates. */
public record Simulation(long seed, int athletes, int days, LocalDate lastDay) {
    public static final long DEMO_SEED = 2;

    private static final int MOST_ATHLETES = 1000;
    private static final int FEWEST_DAYS = 14;
    private static final int MOST_DAYS = 3660;

    public Simulation {
        if (athletes < 1 || athletes > MOST_ATHLETES) {
            throw new IllegalArgumentException("athletes must lie between 1 and " + MOST_ATHLETES);
        }
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must lie between " + FEWEST_DAYS + " and " + MOST_DAYS);
        }
    }

    /** One athlete of each story over fourteen weeks. */
    public static Simulation demo(LocalDate lastDay) {
        return new Simulation(DEMO_SEED, Story.values().length, 98, lastDay);
    }
}
