package freshlegs.app.evaluate;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Kind;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Rows for tests, on days counted from the first. */
final class ALabelledAthlete {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final List<NightRow> nights = new ArrayList<>();
    private final List<AnswerRow> answers = new ArrayList<>();
    private final List<RunRow> runs = new ArrayList<>();
    private final List<LabelledDays> labels = new ArrayList<>();
    private Optional<LocalDate> newWatch = Optional.empty();

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    ALabelledAthlete night(int day, double bpm, double rmssd) {
        nights.add(new NightRow(date(day), OptionalDouble.of(bpm), OptionalDouble.of(rmssd), OptionalDouble.of(7.5)));
        return this;
    }

    ALabelledAthlete feels(int day, int items, Symptom... symptoms) {
        OptionalInt item = OptionalInt.of(items);
        answers.add(new AnswerRow(
                date(day), item, item, item, item, item, OptionalInt.of(4), OptionalInt.of(7), Set.of(symptoms)));
        return this;
    }

    ALabelledAthlete easyRun(int day, int windows, double speed, double bpm) {
        return run(day, Kind.EASY, OptionalDouble.empty(), windows, speed, bpm);
    }

    ALabelledAthlete keySession(int day, Kind kind, double achieved) {
        return run(day, kind, OptionalDouble.of(achieved), 0, 0, 0);
    }

    ALabelledAthlete run(int day, Kind kind, OptionalDouble achieved, int windows, double speed, double bpm) {
        List<Window> steady = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            steady.add(new Window(speed + 0.01 * (i % 3), bpm + 0.1 * i));
        }
        runs.add(new RunRow(
                date(day).atTime(7, 30), kind, 3000, 9000, achieved, achieved, OptionalDouble.of(12), steady));
        return this;
    }

    ALabelledAthlete label(int from, int to, Cause cause) {
        labels.add(new LabelledDays(date(from), date(to), cause));
        return this;
    }

    ALabelledAthlete newWatchOn(int day) {
        newWatch = Optional.of(date(day));
        return this;
    }

    LabelledAthlete athlete() {
        Person person = new Person(
                AthleteId.of("anna"),
                ZoneId.of("Europe/Berlin"),
                Optional.of(Sex.FEMALE),
                OptionalInt.of(1990),
                OptionalInt.of(50),
                OptionalInt.of(190),
                OptionalInt.of(170));
        return new LabelledAthlete(person, nights, answers, runs, labels, newWatch);
    }
}
