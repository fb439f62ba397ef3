package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A simulated person with a watch, whose days are asked one by one: nights, answers and runs become files as they come. */
public final class Wearer {
    private static final int EARLIEST_START_MINUTE = 6 * 60 + 45;
    private static final double SLEEP_SPREAD_HOURS = 0.45;
    private static final double SPEED_PER_NOISE = 0.01;
    private static final double SPEED_PER_STRAIN = 0.02;

    private final Runner runner;
    private final long seed;
    private final WatchFolder folder;
    private final Noise noise;
    private final NightWatch nights;
    private final Questionnaire questionnaire;
    private int day;
    private Strain lasting = Strain.NONE;
    private Strain today = Strain.NONE;

    private Wearer(Runner runner, long seed, WatchFolder folder) {
        this.runner = runner;
        this.seed = seed;
        this.folder = folder;
        this.noise = new Noise(chance(Chance.NOISE), runner.persistence());
        this.nights = new NightWatch(runner, folder);
        this.questionnaire = new Questionnaire(runner);
    }

    /** The {@code index}-th person of a seed, with or without sensors, who writes to a folder. */
    public static Wearer of(AthleteId name, long seed, int index, boolean sensors, double thresholdSpeed, Path folder)
            throws IOException {
        Runner runner = Runner.draw(seed, index).as(name, sensors ? Story.SOUND : Story.NO_SENSORS, thresholdSpeed);
        return new Wearer(runner, seed, new WatchFolder(folder));
    }

    /** The next day begins; {@code burden} is what lies on it beside the usual ups and downs. */
    public void wake(LocalDate date, Strain burden, boolean ill) throws IOException {
        day++;
        lasting = burden;
        today = noise.next(day).plus(burden);
        Random chance = chance(Chance.NIGHT);
        double hours = runner.sleepHours() + SLEEP_SPREAD_HOURS * chance.nextGaussian() - 0.15 * burden.subjective();
        Night night = Night.before(date, hours, chance);
        if (runner.story().hasSensors()) {
            nights.record(date, night, today, chance);
        }
        questionnaire.morning(date, night, today, ill, chance(Chance.ANSWERS));
    }

    /** Of the day, about 1: how fast one can go against what one usually can. */
    public double fitness() {
        double drawn = SPEED_PER_NOISE * (today.performance() - lasting.performance());
        return 1 / (1 + drawn + SPEED_PER_STRAIN * lasting.performance());
    }

    /** A run of these stretches; {@code usualEffort}, 1 to 10, is how hard it feels on a good day. */
    public void run(LocalDate date, List<Leg> legs, boolean workout, double usualEffort) throws IOException {
        PlannedRun run = new PlannedRun(legs, workout, usualEffort);
        Random chance = chance(Chance.RUN);
        RunAnswers answers = RunAnswers.to(run, today, lasting, chance);
        long minute = (long) EARLIEST_START_MINUTE + runner.startMinute() + chance.nextInt(20);
        Instant start = Instant.ofEpochSecond(
                date.atStartOfDay(Runner.ZONE).toEpochSecond() + 60 * minute + chance.nextInt(60));
        WrittenActivity activity = new Outing(runner, run, today, chance)
                .record(start, OptionalInt.of(answers.effort()), OptionalInt.of(answers.feel()));
        folder.keep(activity);
        questionnaire.afterRun(date, answers, start.plusSeconds((long) activity.elapsedSeconds()));
    }

    /** The watch files so far. */
    public List<Path> files() {
        return folder.files();
    }

    /** What was answered so far. */
    public List<CheckIn> checkIns() {
        return questionnaire.checkIns();
    }

    /** Writes all that was answered as one table. */
    public void keepCheckIns() throws IOException {
        folder.keepCheckIns(questionnaire.checkIns());
    }

    /** What a coach would know of such a person; heart rates only where a sensor is worn. */
    public Profile profile(Instant told) {
        boolean sensors = runner.story().hasSensors();
        return new Profile(
                runner.id(),
                Profile.SINCE_EVER,
                "1",
                told,
                told,
                Optional.of(Runner.ZONE),
                Optional.of(runner.sex()),
                OptionalInt.empty(),
                whole(sensors, runner.restingBpm()),
                whole(sensors, runner.maximalBpm()),
                whole(sensors, runner.thresholdBpm()),
                whole(true, 1000 / runner.thresholdSpeed()));
    }

    private static OptionalInt whole(boolean known, double number) {
        return known ? OptionalInt.of((int) Math.round(number)) : OptionalInt.empty();
    }

    private Random chance(int purpose) {
        return Chance.of(seed, runner.index(), purpose, -day);
    }
}
