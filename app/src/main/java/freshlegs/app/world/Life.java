package freshlegs.app.world;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.simulate.Strain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One athlete's days, told day by day. */
final class Life {
    private static final Comparator<LabelledDays> BY_DAY =
            Comparator.comparing(LabelledDays::from).thenComparing(LabelledDays::cause);

    private final Runner runner;
    private final Habits habits;
    private final Noise noise;
    private final Happenings happenings;
    private final Nights nights;
    private final CheckIns checkIns;
    private final Runs runs;
    private final int days;

    private final List<NightRow> nightRows = new ArrayList<>();
    private final List<AnswerRow> answerRows = new ArrayList<>();
    private final List<RunRow> runRows = new ArrayList<>();

    Life(Runner runner, Habits habits, Happenings happenings, Seed athlete, int days) {
        this.runner = runner;
        this.habits = habits;
        this.noise = new Noise(athlete.of(Purpose.NOISE).chance(), runner.persistence());
        this.happenings = happenings;
        this.nights = new Nights(runner, athlete);
        this.checkIns = new CheckIns(runner, habits, athlete, days);
        this.runs = new Runs(runner, habits, athlete);
        this.days = days;
    }

    LabelledAthlete from(LocalDate firstDay, Optional<Onset> onset) {
        for (int day = 0; day < days; day++) {
            live(firstDay.plusDays(day), day, onset);
        }
        List<LabelledDays> labels = happenings.labels(firstDay);
        onset.ifPresent(effect -> labels.add(effect.label(firstDay)));
        labels.sort(BY_DAY);
        return new LabelledAthlete(
                runner.person(),
                nightRows,
                answerRows,
                runRows,
                labels,
                habits.newWatchOn().isPresent()
                        ? Optional.of(firstDay.plusDays(habits.newWatchOn().getAsInt()))
                        : Optional.empty());
    }

    private void live(LocalDate date, int day, Optional<Onset> onset) {
        Circumstances met = happenings.on(day);
        Strain effect = onset.map(one -> one.on(day)).orElse(Strain.NONE);
        Strain strain = noise.next(date.getDayOfWeek()).plus(effect).plus(new Strain(met.subjective(), 0, 0, 0, 0));
        Optional<PlannedRun> planned =
                met.rests() ? Optional.empty() : PlannedRun.on(date.getDayOfWeek(), day / 7, runner.runsAWeek());
        nightRows.add(nights.row(date, day, strain, met));
        checkIns.row(date, day, strain, met, planned).ifPresent(answerRows::add);
        planned.ifPresent(run -> runRows.add(runs.row(date, day, run, strain, met)));
    }
}
