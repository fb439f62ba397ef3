package freshlegs.streams.review;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.Status;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.signal.Aside;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.Evidence.Measured;
import freshlegs.streams.signal.Item;
import freshlegs.streams.signal.SignalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Weeks of one athlete whose numbers are all stated: {@code new SomeWeeks().kilometres(10, 0, 10, 0, 10, 0, 10).weeks(4)}. What is
 * stated holds for the days that are added after it; a run has ten of load a kilometre.
 */
final class SomeWeeks {
    static final AthleteId ATHLETE = AthleteId.of("ann");
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    /** A day of which nothing is known; the numbers are put into it. */
    private static final SeasonDay BLANK =
            Season.next(List.of(), DayFacts.none(ATHLETE, MONDAY, true), Rules.published());

    private final List<ReviewedDay> days = new ArrayList<>();
    private double[] kilometres = new double[7];
    private double[] restingBpm = {};
    private double[] rmssd = {};
    private double[] sleepHours = {};
    private int[] answers = {};
    private Item worseItem = Item.FATIGUE;
    private int worseBy;
    private double[] atPaceBpm = {};
    private double effort = 4;
    private int quality = 7;
    private OptionalDouble keySlowerPercent = OptionalDouble.empty();
    private boolean hard;
    private boolean missing;
    private String watch = "watch-1";
    private Status status = Status.GREEN;
    private Optional<Phase> phase = Optional.empty();

    /** Monday first; a day without is a day of rest. */
    SomeWeeks kilometres(double... ofWeek) {
        kilometres = ofWeek;
        return this;
    }

    /** Night after night, from the first again behind the last. */
    SomeWeeks resting(double... bpm) {
        restingBpm = bpm;
        return this;
    }

    SomeWeeks hrv(double... milliseconds) {
        rmssd = milliseconds;
        return this;
    }

    SomeWeeks sleep(double... hours) {
        sleepHours = hours;
        return this;
    }

    /** The answer to all five questions, morning after morning. */
    SomeWeeks feeling(int... ofSeven) {
        answers = ofSeven;
        worseBy = 0;
        return this;
    }

    SomeWeeks worse(Item item, int by) {
        worseItem = item;
        worseBy = by;
        return this;
    }

    /** Of the day's run, day after day; days without a run have none. */
    SomeWeeks atPace(double... bpmAboveExpected) {
        atPaceBpm = bpmAboveExpected;
        return this;
    }

    SomeWeeks effort(double ofTen) {
        effort = ofTen;
        return this;
    }

    SomeWeeks quality(int ofTen) {
        quality = ofTen;
        return this;
    }

    /** From now on the week's first run is a key session, slower than usual by so much, with a spread of 2 %. */
    SomeWeeks keySessions(double slowerPercent) {
        keySlowerPercent = OptionalDouble.of(slowerPercent);
        hard = true;
        return this;
    }

    SomeWeeks under(Status standing) {
        status = standing;
        return this;
    }

    SomeWeeks planned(Phase planned) {
        phase = Optional.of(planned);
        return this;
    }

    SomeWeeks onAnotherWatch() {
        watch = "watch-2";
        return this;
    }

    SomeWeeks weeks(int count) {
        return days(7 * count);
    }

    SomeWeeks days(int count) {
        for (int i = 0; i < count; i++) {
            days.add(day());
        }
        return this;
    }

    /** So many days of which nobody has heard. */
    SomeWeeks missing(int count) {
        missing = true;
        days(count);
        missing = false;
        return this;
    }

    WeekReview review() {
        return found().orElseThrow();
    }

    Optional<WeekReview> found() {
        return Review.of(ATHLETE, days, Optional.empty());
    }

    WeekReview reviewBeforeARaceIn(int daysAfterSunday) {
        LocalDate race = days.get(days.size() - 1).date().plusDays(daysAfterSunday);
        return Review.of(ATHLETE, days, Optional.of(new Aim(Goal.Event.RACE, 5000, race, OptionalInt.empty())))
                .orElseThrow();
    }

    private ReviewedDay day() {
        int index = days.size();
        LocalDate date = MONDAY.plusDays(index);
        double km = missing ? 0 : kilometres[index % 7];
        boolean key = km > 0 && keySlowerPercent.isPresent() && index % 7 == 1;
        return new ReviewedDay(
                trend(date, km, index),
                status(date, key),
                new SignalDay(
                        date, evidence(index), List.of(), List.of(), Map.of(), List.of(), Optional.empty(), Aside.NONE),
                km > 0 ? List.of(run(date, km, key && hard)) : List.of(),
                km > 0 ? List.of(quality) : List.of(),
                phase);
    }

    private TrendDay trend(LocalDate date, double km, int index) {
        TrendDay blank = BLANK.trend();
        TrendDay.Training training = blank.training();
        TrendDay.Running running = blank.running();
        OptionalDouble residual = km > 0 ? at(atPaceBpm, index) : OptionalDouble.empty();
        return new TrendDay(
                ATHLETE,
                date,
                missing ? TrendDay.Kind.MISSING : km > 0 ? TrendDay.Kind.TRAINED : TrendDay.Kind.REST,
                new TrendDay.Training(
                        10 * km,
                        Optional.empty(),
                        training.load7d(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        42,
                        0,
                        training.monotony(),
                        training.strain(),
                        OptionalDouble.empty(),
                        training.acuteChronic()),
                new TrendDay.Running(
                        km > 0 ? 1 : 0,
                        1000 * km,
                        360 * km,
                        running.distance7dMetres(),
                        OptionalDouble.empty(),
                        running.longestRun30dMetres(),
                        OptionalDouble.empty(),
                        running.heartRateBpm(),
                        running.paceSecondsPerKilometre(),
                        running.effort(),
                        running.efficiency(),
                        running.decouplingPercent(),
                        new TrendDay.Tracked(
                                residual,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                0)),
                blank.recovery(),
                List.of());
    }

    private StatusDay status(LocalDate date, boolean key) {
        List<Domain> domains = key ? List.of(performance(keySlowerPercent.orElseThrow())) : List.of();
        return new StatusDay(ATHLETE, date, status, "", false, domains, List.of(), List.of(), List.of(), "");
    }

    private static Domain performance(double slower) {
        return new Domain(
                Domain.Name.PERFORMANCE,
                true,
                false,
                OptionalDouble.of(slower),
                "% slower",
                OptionalDouble.of(0),
                OptionalDouble.of(2),
                OptionalDouble.of(slower / 2),
                0,
                0,
                12,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "");
    }

    private Evidence evidence(int index) {
        Map<Item, Integer> items = new EnumMap<>(Item.class);
        if (!missing && answers.length > 0) {
            for (Item item : Item.values()) {
                items.put(item, answers[index % answers.length] + (item == worseItem ? worseBy : 0));
            }
        }
        return new Evidence(
                measured(at(restingBpm, index)), measured(at(rmssd, index)), at(sleepHours, index), items, false);
    }

    private Optional<Measured> measured(OptionalDouble value) {
        return value.isPresent() ? Optional.of(new Measured(value.getAsDouble(), watch)) : Optional.empty();
    }

    private OptionalDouble at(double[] values, int index) {
        return missing || values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[index % values.length]);
    }

    private ActivityAnalysis run(LocalDate date, double km, boolean isHard) {
        OptionalDouble none = OptionalDouble.empty();
        ActivityAnalysis.Peak peak = new ActivityAnalysis.Peak(none, none, none);
        Instant start = Instant.parse(date + "T07:00:00Z");
        return new ActivityAnalysis(
                ATHLETE,
                date,
                date + "-running",
                "1",
                start,
                Sport.RUNNING,
                isHard ? ActivityAnalysis.Kind.TEMPO : ActivityAnalysis.Kind.EASY,
                isHard,
                List.of(),
                false,
                360 * km,
                1000 * km,
                10 * km,
                "heart-rate",
                none,
                none,
                OptionalDouble.of(effort),
                none,
                none,
                none,
                List.of(),
                none,
                none,
                new ActivityAnalysis.Peaks(peak, peak, peak),
                none,
                none,
                none,
                none,
                none,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
