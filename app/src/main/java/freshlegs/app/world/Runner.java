package freshlegs.app.world;

import freshlegs.app.labelled.Person;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An athlete's own levels. {@code items} are those of fatigue, mood, soreness, stress and sleep quality, 7 worst. */
record Runner(
        Person person,
        double persistence,
        double restingBpm,
        double lnRmssd,
        double sleepHours,
        List<Double> items,
        double thresholdSpeed,
        HeartAtPace heart,
        int runsAWeek,
        LocalTime runsAt) {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int ITEMS = 5;
    private static final int FIRST_BIRTH_YEAR = 1980;
    private static final int BIRTH_YEARS = 25;
    private static final double THRESHOLD_SHARE = 0.85;

    static Runner draw(AthleteId id, Chance chance) {
        double persistence = Mixture.PERSISTENCES[chance.oneOf(Mixture.PERSISTENCES.length)];
        double resting = chance.between(Mixture.LOWEST_RESTING_BPM, Mixture.HIGHEST_RESTING_BPM);
        double lnRmssd = chance.between(Mixture.LOWEST_LN_RMSSD, Mixture.HIGHEST_LN_RMSSD);
        double sleepHours = chance.between(7.2, 8.2);
        List<Double> items =
                Stream.generate(() -> chance.between(2.4, 3.6)).limit(ITEMS).toList();
        double thresholdSpeed = chance.between(3.2, 4.6);
        int birthYear = FIRST_BIRTH_YEAR + chance.oneOf(BIRTH_YEARS);
        int maximal = (int) Math.rint(208 - 0.7 * (2025 - birthYear) + chance.between(-6, 6));
        Sex sex = chance.happens(0.5) ? Sex.FEMALE : Sex.MALE;
        return new Runner(
                person(id, sex, birthYear, resting, maximal),
                persistence,
                resting,
                lnRmssd,
                sleepHours,
                items,
                thresholdSpeed,
                HeartAtPace.draw(chance, thresholdSpeed, resting, maximal),
                Mixture.FEWEST_RUNS_A_WEEK + chance.oneOf(Mixture.MOST_RUNS_A_WEEK - Mixture.FEWEST_RUNS_A_WEEK + 1),
                LocalTime.of(7, chance.oneOf(60)));
    }

    private static Person person(AthleteId id, Sex sex, int birthYear, double resting, int maximal) {
        return new Person(
                id,
                UTC,
                Optional.of(sex),
                OptionalInt.of(birthYear),
                OptionalInt.of((int) Math.rint(resting)),
                OptionalInt.of(maximal),
                OptionalInt.of((int) Math.rint(resting + THRESHOLD_SHARE * (maximal - resting))));
    }
}
