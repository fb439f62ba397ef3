package freshlegs.app.evaluate;

import freshlegs.app.labelled.AnswerFacts;
import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.streams.season.DayFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a labelled athlete's rows amount to, day by day from the first row to the last, as the intake and the analysis of
 * recordings would have left it. After the last night or run nothing is heard of the watch, so that no run is not yet rest.
 */
final class RowFacts {
    static final String FIRST_WATCH = "watch-1";
    static final String NEW_WATCH = "watch-2";

    private static final String REVISION = "1";
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final LabelledAthlete athlete;
    private final AthleteId id;
    private final Map<LocalDate, List<NightRow>> nights = new HashMap<>();
    private final Map<LocalDate, List<AnswerRow>> answers = new HashMap<>();
    private final Map<LocalDate, List<RunRow>> runs = new HashMap<>();

    private RowFacts(LabelledAthlete athlete) {
        this.athlete = athlete;
        this.id = athlete.person().athlete();
        athlete.nights().stream().filter(RowFacts::tells).forEach(row -> on(row.date(), nights)
                .add(row));
        athlete.answers().forEach(row -> on(row.date(), answers).add(row));
        athlete.runs().forEach(row -> on(row.start().toLocalDate(), runs).add(row));
    }

    static List<DayFacts> of(LabelledAthlete athlete) {
        return new RowFacts(athlete).days();
    }

    /** A night of which nothing was read is none: nobody has heard of the watch. */
    private static boolean tells(NightRow row) {
        return row.restingHeartRate().isPresent()
                || row.rmssdMs().isPresent()
                || row.sleepHours().isPresent();
    }

    private static <R> List<R> on(LocalDate date, Map<LocalDate, List<R>> byDay) {
        return byDay.computeIfAbsent(date, day -> new ArrayList<>());
    }

    private List<DayFacts> days() {
        Optional<LocalDate> heardOf =
                Stream.of(nights, runs).flatMap(rows -> rows.keySet().stream()).max(LocalDate::compareTo);
        Optional<LocalDate> told = answers.keySet().stream().max(LocalDate::compareTo);
        Optional<LocalDate> last =
                Stream.of(heardOf, told).flatMap(Optional::stream).max(LocalDate::compareTo);
        Optional<LocalDate> first = Stream.of(nights, runs, answers)
                .flatMap(rows -> rows.keySet().stream())
                .min(LocalDate::compareTo);
        List<DayFacts> days = new ArrayList<>();
        for (LocalDate date = first.orElse(LocalDate.MAX);
                last.isPresent() && !date.isAfter(last.get());
                date = date.plusDays(1)) {
            boolean heardOfLater = heardOf.isPresent() && !date.isAfter(heardOf.get());
            days.add(day(date, days.isEmpty(), heardOfLater));
        }
        return days;
    }

    private DayFacts day(LocalDate date, boolean first, boolean heardOfLater) {
        List<Reading> readings = new ArrayList<>();
        nights.getOrDefault(date, List.of()).forEach(row -> addReadings(row, readings));
        List<CheckIn> checkIns = new ArrayList<>();
        answers.getOrDefault(date, List.of()).forEach(row -> checkIns.addAll(AnswerFacts.of(athlete.person(), row)));
        List<Session> sessions = runs.getOrDefault(date, List.of()).stream()
                .map(row -> RunFacts.of(athlete.person(), row, device(date)))
                .toList();
        List<Profile> profiles = first ? List.of(profile(date)) : List.of();
        return new DayFacts(id, date, profiles, sessions, readings, checkIns, heardOfLater);
    }

    private Profile profile(LocalDate date) {
        Person person = athlete.person();
        Instant stated = at(date, MORNING);
        return new Profile(
                id,
                Profile.SINCE_EVER,
                REVISION,
                stated,
                stated,
                Optional.of(person.zone()),
                person.sex(),
                person.birthYear(),
                person.restingHeartRate(),
                person.maxHeartRate(),
                person.thresholdHeartRate(),
                OptionalInt.empty());
    }

    private void addReadings(NightRow row, List<Reading> readings) {
        LocalDate date = row.date();
        Instant woke = at(date, MORNING);
        String device = device(date);
        row.restingHeartRate()
                .ifPresent(
                        bpm -> readings.add(new Reading.RestingHeartRate(id, date, REVISION, woke, woke, device, bpm)));
        row.rmssdMs().ifPresent(ms -> readings.add(new Reading.Hrv(id, date, REVISION, woke, woke, device, ms)));
        row.sleepHours()
                .ifPresent(hours -> readings.add(new Reading.Sleep(id, date, REVISION, woke, woke, device, hours)));
    }

    private String device(LocalDate date) {
        boolean changed = athlete.newWatch().map(from -> !date.isBefore(from)).orElse(false);
        return changed ? NEW_WATCH : FIRST_WATCH;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(athlete.person().zone()).toInstant();
    }
}
