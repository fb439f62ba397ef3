package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is measured. {@code replays} are athletes with {@code replayDays} each; {@code byAthletes}, with as many days, and
 * {@code byDays} the sizes between which a line is drawn, the latter of {@code athletesOfDays}; {@code footprints} the athletes whose state is weighed;
 * {@code growth} those with a year each who grow by files; {@code drops} the files handed over and {@code droppers} the athletes who do; {@code imports} the real files taken in; {@code still} how long nothing may change until all is
 * over; the board shows {@code boardAthletes} with {@code boardDays}; so many {@code starts} of a command count, and none says only that it starts.
 */
public record Scale(
        int replays,
        int replayDays,
        List<Integer> byAthletes,
        List<Integer> byDays,
        int athletesOfDays,
        int daysOfOne,
        List<Integer> footprints,
        int growth,
        int droppers,
        int drops,
        int historyDays,
        int imports,
        int boardAthletes,
        int boardDays,
        int starts,
        Duration still,
        boolean isBrief) {
    /** Every measurement draws from the same made-up histories. */
    public static final long SEED = 1;

    private static final int[] ATHLETES = {100, 300, 1_000, 3_000, 10_000};
    private static final int LEAST = 1_000;
    private static final int YEAR = 365;
    private static final int SQUAD = 300;
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final int TEN_YEARS = 3_650;

    public Scale {
        byAthletes = List.copyOf(byAthletes);
        byDays = List.copyOf(byDays);
        footprints = List.copyOf(footprints);
    }

    /** As {@code docs/performance.md} has it; the line by athletes is drawn up to as many of them. */
    static Scale whole(int upTo) {
        List<Integer> athletes = IntStream.of(ATHLETES)
                .filter(many -> many <= Math.max(LEAST, upTo))
                .boxed()
                .toList();
        return new Scale(
                400,
                YEAR,
                athletes,
                List.of(365, 1_095, TEN_YEARS),
                20,
                TEN_YEARS,
                List.of(100, 500),
                200,
                40,
                800,
                120,
                20_000,
                SQUAD,
                YEAR,
                3,
                STILL,
                false);
    }

    /** A first look, in minutes. */
    static Scale quick() {
        return new Scale(
                10,
                YEAR,
                List.of(5, 10, 20),
                List.of(365, 730, 1_095),
                3,
                TEN_YEARS,
                List.of(10, 20),
                20,
                10,
                100,
                90,
                1_000,
                SQUAD,
                90,
                1,
                STILL,
                true);
    }

    /** Whether everything works, without a word on how fast. */
    static Scale smallest() {
        return new Scale(
                1,
                20,
                List.of(1, 2),
                List.of(20, 40),
                1,
                30,
                List.of(1),
                1,
                2,
                3,
                30,
                3,
                3,
                30,
                0,
                Duration.ofSeconds(1),
                true);
    }

    Histories replay() {
        return new Histories(SEED, replays, replayDays);
    }
}
