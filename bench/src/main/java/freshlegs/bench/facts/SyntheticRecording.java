package freshlegs.bench.facts;

import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A run of an hour with a row each second: warming up, six times three minutes fast, jogging home. */
public final class SyntheticRecording {
    private static final int SECONDS = 3_600;

    private SyntheticRecording() {}

    public static Recording ofAnHour(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] speed = new double[SECONDS];
        double[] bpm = new double[SECONDS];
        double[] metres = new double[SECONDS];
        double heart = 95;
        double distance = 0;
        for (int s = 0; s < SECONDS; s++) {
            speed[s] = (isFast(s) ? 4.2 : 2.9) + 0.08 * AthleteDay.noise(random);
            heart += 0.03 * ((isFast(s) ? 172 : 142) - heart) + 0.4 * AthleteDay.noise(random);
            bpm[s] = heart;
            distance += speed[s];
            metres[s] = distance;
        }
        Instant start = AthleteDay.LAST_DAY.atTime(17, 0).toInstant(ZoneOffset.UTC);
        return new Recording(
                Histories.athlete(0),
                "20251031T170000Z-running",
                "0123456789abcdef",
                start.plusSeconds(2L * SECONDS),
                start,
                0,
                AthleteDay.LAST_DAY,
                Sport.RUNNING,
                Optional.of("generic"),
                new Device("garmin", Optional.of("fenix7"), Optional.of("1")),
                HeartRateSource.STRAP,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                new Recording.Summary(
                        SECONDS,
                        SECONDS,
                        OptionalDouble.of(distance),
                        OptionalInt.of(155),
                        OptionalInt.of(178),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                List.of(),
                List.of(),
                samples(speed, bpm, metres),
                false);
    }

    private static boolean isFast(int second) {
        return second >= 900 && second < 2700 && second % 300 < 180;
    }

    private static Samples samples(double[] speed, double[] bpm, double[] metres) {
        return new Samples(
                column(s -> s),
                column(s -> (int) Math.round(bpm[s])),
                column(s -> (int) Math.round(speed[s] * 1000)),
                column(s -> (int) Math.round(metres[s] * 100)),
                column(s -> 1000 + (int) Math.round(60 * Math.sin(s / 200.0))),
                column(s -> isFast(s) ? 182 : 168),
                Column.missing(SECONDS),
                column(s -> 14),
                column(s -> 3),
                Column.missing(SECONDS));
    }

    private static Column column(IntUnaryOperator quantity) {
        return Column.of(IntStream.range(0, SECONDS).map(quantity).toArray());
    }
}
