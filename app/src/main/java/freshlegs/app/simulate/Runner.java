package freshlegs.app.simulate;

import static freshlegs.app.simulate.Chance.between;

import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.HeartRateSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A simulated athlete's own levels. {@code persistence} is the noise's autocorrelation; {@code severity} multiplies the
 * story's effects; {@code keyDay} is how many days before the last day, modulo seven, the key session stands.
 */
record Runner(
        AthleteId id,
        int index,
        Story story,
        Sex sex,
        int age,
        double restingBpm,
        double lnRmssd,
        double maximalBpm,
        double thresholdSpeed,
        double persistence,
        double severity,
        double wellbeing,
        double sleepHours,
        int keyDay,
        int startMinute,
        WrittenDevice watch) {

    /** Local time of the whole squad, without daylight saving, so that every season has the same shape. */
    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final List<String> NAMES = List.of(
            "anna", "ben", "clara", "david", "elif", "finn", "greta", "hugo", "ida", "jonas", "kira", "leo", "mara",
            "nils", "olga", "paul", "quinn", "rosa", "samir", "tilda", "umar", "vera", "wim", "xenia", "yusuf", "zoe");
    private static final double[] PERSISTENCES = {0, 0.3, 0.5};

    static Runner draw(long seed, int index) {
        Random chance = Chance.of(seed, index, Chance.RUNNER, 0);
        Story story = Story.of(index);
        int age = 22 + chance.nextInt(25);
        return new Runner(
                AthleteId.of(name(index)),
                index,
                story,
                chance.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                age,
                between(chance, 42, 64),
                between(chance, 3.4, 4.6),
                Math.rint(208 - 0.7 * age + between(chance, -4, 6)),
                between(chance, 3.3, 4.3),
                PERSISTENCES[chance.nextInt(PERSISTENCES.length)],
                between(chance, 1, 1.25),
                between(chance, 2.4, 3.4),
                between(chance, 7.8, 8.3),
                1 + chance.nextInt(3),
                chance.nextInt(60),
                watch(index, story, chance));
    }

    /** The same person under another name and story, as fast as that. */
    Runner as(AthleteId name, Story told, double speed) {
        WrittenDevice worn = told.hasSensors()
                ? watch
                : new WrittenDevice(
                        watch.manufacturer(),
                        watch.product(),
                        watch.productName(),
                        watch.serial(),
                        HeartRateSource.UNKNOWN);
        return new Runner(
                name,
                index,
                told,
                sex,
                age,
                restingBpm,
                lnRmssd,
                maximalBpm,
                speed,
                persistence,
                severity,
                wellbeing,
                sleepHours,
                keyDay,
                startMinute,
                worn);
    }

    double reserveBpm() {
        return maximalBpm - restingBpm;
    }

    double thresholdBpm() {
        return restingBpm + Heart.THRESHOLD_SHARE * reserveBpm();
    }

    private static String name(int index) {
        return index < NAMES.size() ? NAMES.get(index) : String.format(Locale.ROOT, "runner-%03d", index + 1);
    }

    private static WrittenDevice watch(int index, Story story, Random chance) {
        HeartRateSource worn = chance.nextBoolean() ? HeartRateSource.STRAP : HeartRateSource.WRIST;
        return new WrittenDevice(
                WrittenDevice.DEVELOPMENT,
                1,
                "Simulated watch",
                3_000_000_000L + 1000L * index + chance.nextInt(1000),
                story.hasSensors() ? worn : HeartRateSource.UNKNOWN);
    }
}
