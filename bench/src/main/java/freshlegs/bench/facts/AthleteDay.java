package freshlegs.bench.facts;

import freshlegs.model.AthleteId;
import freshlegs.model.Rounding;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** One synthetic athlete's day: noise around a form that swings with the season, and a bad week now and then. */
record AthleteDay(long seed, AthleteId athlete, int number, int day, int days) {
    static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 31);

    private static final Instant TAKEN_IN = Instant.parse("2025-11-01T06:00:00Z");
    private static final String WATCH = "garmin/fenix7/1";
    private static final int BAD_EVERY_DAYS = 97;
    private static final int BAD_DAYS = 9;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    Fact fact(Slot slot) {
        SplittableRandom random = new SplittableRandom(
                ((seed * STEP + number) * STEP + day) * STEP + slot.name().hashCode());
        Instant awake = date().atTime(6, 0).toInstant(ZoneOffset.UTC);
        String revision = HexFormat.of().toHexDigits(random.nextLong());
        return switch (slot) {
            case PROFILE -> profile(revision);
            case RESTING_HEART_RATE ->
                new Reading.RestingHeartRate(
                        athlete, date(), revision, TAKEN_IN, awake, WATCH, Rounding.to(0, resting(random)));
            case HRV ->
                new Reading.Hrv(athlete, date(), revision, TAKEN_IN, awake, WATCH, Rounding.to(0, rmssd(random)));
            case SLEEP ->
                new Reading.Sleep(
                        athlete, date(), revision, TAKEN_IN, awake, WATCH, Rounding.to(2, 7.4 + 0.7 * noise(random)));
            case MORNING -> morning(random, revision, awake);
            case RUN -> new SyntheticRun(this, random).session(revision, TAKEN_IN, WATCH);
            case AFTER_RUN -> afterRun(random, revision);
        };
    }

    LocalDate date() {
        return LAST_DAY.minusDays(days - 1L - day);
    }

    double restingBpm() {
        return 44 + number % 13;
    }

    double maximalBpm() {
        return 180 + number % 17;
    }

    /** How fast the athlete runs easily, in metres a second: fitter in summer, tired in a bad week. */
    double easyMetresPerSecond() {
        return 2.6 + number % 7 * 0.1 + 0.12 * Math.sin(2 * Math.PI * (day + number) / Slot.YEAR);
    }

    /** 0 when sound, 1 in a bad week. */
    double strain() {
        return (day + 31 * number) % BAD_EVERY_DAYS < BAD_DAYS ? 1 : 0;
    }

    /** The sum of four uniform numbers, near enough a normal one with deviation 1. */
    static double noise(SplittableRandom random) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return (sum - 2) * Math.sqrt(3);
    }

    private double resting(SplittableRandom random) {
        return restingBpm() + 1.8 * noise(random) + 5 * strain();
    }

    private double rmssd(SplittableRandom random) {
        return Math.exp(4.1 + 0.12 * noise(random) - 0.3 * strain());
    }

    private Profile profile(String revision) {
        return new Profile(
                athlete,
                Profile.SINCE_EVER,
                revision,
                TAKEN_IN,
                TAKEN_IN,
                Optional.of(ZoneId.of("UTC")),
                Optional.of(number % 2 == 0 ? Sex.FEMALE : Sex.MALE),
                OptionalInt.of(1980 + number % 25),
                OptionalInt.of((int) restingBpm()),
                OptionalInt.of((int) maximalBpm()),
                OptionalInt.empty(),
                OptionalInt.of((int) Math.round(1000 / (easyMetresPerSecond() * 1.28))));
    }

    private CheckIn morning(SplittableRandom random, String revision, Instant awake) {
        return new CheckIn.Morning(
                athlete,
                date(),
                revision,
                TAKEN_IN,
                awake,
                answer(random, 7),
                answer(random, 7),
                answer(random, 7),
                answer(random, 7),
                answer(random, 7),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Set.of());
    }

    private CheckIn afterRun(SplittableRandom random, String revision) {
        return new CheckIn.AfterRun(
                athlete,
                date(),
                1,
                revision,
                TAKEN_IN,
                date().atTime(19, 30).toInstant(ZoneOffset.UTC),
                answer(random, 10),
                OptionalInt.of(6),
                Optional.of(false),
                Set.of());
    }

    private OptionalInt answer(SplittableRandom random, int most) {
        long answer = Math.round(3 + 0.9 * noise(random) + 1.5 * strain());
        return OptionalInt.of((int) Math.max(1, Math.min(most, answer)));
    }
}
