package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenActivity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** One athlete's season, lived day after day and written as it goes. */
final class Diary {
    private static final int EARLIEST_START_MINUTE = 6 * 60 + 45;
    private static final double SLEEP_SPREAD_HOURS = 0.45;

    private final Simulation settings;
    private final Runner runner;
    private final Recorder recorder;
    private final Noise noise;
    private final TrainingWeek week;
    private final NightWatch nights;
    private final Questionnaire questionnaire;

    Diary(Simulation settings, Runner runner, Recorder recorder) {
        this.settings = settings;
        this.runner = runner;
        this.recorder = recorder;
        this.noise = new Noise(chance(Chance.NOISE, 0), runner.persistence());
        this.week = new TrainingWeek(runner);
        this.nights = new NightWatch(runner, recorder);
        this.questionnaire = new Questionnaire(runner);
    }

    void write() throws IOException {
        for (int daysBefore = settings.days() - 1; daysBefore >= 0; daysBefore--) {
            Strain lasting = runner.story().strainOn(daysBefore, runner.severity());
            Strain today = noise.next(daysBefore).plus(lasting);
            if (runner.story().writesFilesOn(daysBefore)) {
                live(daysBefore, today, lasting);
            }
        }
        if (runner.story().hasSensors()) {
            recorder.keepCheckIns(questionnaire.checkIns());
        }
    }

    private void live(int daysBefore, Strain today, Strain lasting) throws IOException {
        LocalDate date = settings.lastDay().minusDays(daysBefore);
        if (runner.story().hasSensors()) {
            sleepAndAnswer(daysBefore, date, today, lasting);
        }
        if (runner.story().runsOn(daysBefore)) {
            Random chance = chance(Chance.RUN, daysBefore);
            Optional<PlannedRun> run = week.on(daysBefore, today, chance);
            if (run.isPresent()) {
                run(run.get(), date, today, lasting, chance);
            }
        }
    }

    private void sleepAndAnswer(int daysBefore, LocalDate date, Strain today, Strain lasting) throws IOException {
        Random chance = chance(Chance.NIGHT, daysBefore);
        double hours = runner.sleepHours() + SLEEP_SPREAD_HOURS * chance.nextGaussian() - 0.15 * lasting.subjective();
        Night night = Night.before(date, hours, chance);
        nights.record(date, night, today, chance);
        boolean ill = !runner.story().runsOn(daysBefore);
        questionnaire.morning(date, night, today, ill, chance(Chance.ANSWERS, daysBefore));
    }

    private void run(PlannedRun run, LocalDate date, Strain today, Strain lasting, Random chance) throws IOException {
        RunAnswers answers = RunAnswers.to(run, today, lasting, chance);
        boolean asked = runner.story().hasSensors();
        long minute = (long) EARLIEST_START_MINUTE + runner.startMinute() + chance.nextInt(20);
        Instant start = Instant.ofEpochSecond(
                date.atStartOfDay(Runner.ZONE).toEpochSecond() + 60 * minute + chance.nextInt(60));
        WrittenActivity activity = new Outing(runner, run, today, chance)
                .record(
                        start,
                        asked ? OptionalInt.of(answers.effort()) : OptionalInt.empty(),
                        asked ? OptionalInt.of(answers.feel()) : OptionalInt.empty());
        recorder.keep(activity);
        if (asked) {
            questionnaire.afterRun(date, answers, start.plusSeconds((long) activity.elapsedSeconds()));
        }
    }

    private Random chance(int purpose, int daysBefore) {
        return Chance.of(settings.seed(), runner.index(), purpose, daysBefore);
    }
}
