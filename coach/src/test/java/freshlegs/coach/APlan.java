package freshlegs.coach;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.Goal;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Eight weeks of a plan with all its steps, from Monday 9 November 2026 to a race on Sunday 3 January 2027. */
public final class APlan {
    public static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    public static final LocalDate FIRST = LocalDate.parse("2026-11-09");
    public static final LocalDate RACE = LocalDate.parse("2027-01-03");
    public static final String REVISION = "0123456789abcdef";

    private final AthleteId athlete;
    private final SortedMap<LocalDate, Prescription> days = new TreeMap<>();

    private APlan(AthleteId athlete) {
        this.athlete = athlete;
    }

    public static APlan of(String athlete) {
        APlan plan = new APlan(AthleteId.of(athlete));
        FIRST.datesUntil(RACE.plusDays(1)).forEach(date -> plan.days.put(date, plan.asPlanned(date)));
        return plan;
    }

    public APlan with(LocalDate date, UnaryOperator<Prescription> change) {
        days.computeIfPresent(date, (day, told) -> change.apply(told));
        return this;
    }

    public APlan without(LocalDate from) {
        days.tailMap(from).clear();
        return this;
    }

    /** Replaces whatever the tables say of the athlete's plan. */
    public APlan into(TestDatabase database) {
        StringBuilder sql = new StringBuilder("delete from freshlegs.prescription where athlete = '" + athlete + "';");
        days.values()
                .forEach(day -> sql.append("""
                insert into freshlegs.prescription (athlete, date, level, level_name, status, planned, prescribed, adjustment,
                    aim, decisions, week, ability, done, issued, proposed)
                values ('%s', '%s', %d, '%s', '%s', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s);
                """.formatted(
                                day.athlete(),
                                day.date(),
                                day.level(),
                                day.levelName(),
                                day.status(),
                                json(day.planned()),
                                json(day.prescribed()),
                                day.adjustment().map(APlan::json).orElse("null"),
                                day.aim().map(APlan::json).orElse("null"),
                                json(day.decisions()),
                                day.week().map(APlan::json).orElse("null"),
                                json(day.ability()),
                                day.done().map(APlan::json).orElse("null"),
                                day.issued(),
                                day.proposed())));
        database.run(sql.toString());
        return this;
    }

    private static String json(Object content) {
        return "$json$" + Json.writeText(content) + "$json$";
    }

    /** The session gives way for a cause, at once or only when somebody says so. */
    public static UnaryOperator<Prescription> changed(
            AdjustmentCause cause, String reason, Workout instead, boolean proposed) {
        return day -> new Prescription(
                day.athlete(),
                day.date(),
                day.level(),
                day.levelName(),
                day.status(),
                day.planned(),
                proposed ? day.planned() : instead,
                Optional.of(new Adjustment(
                        Adjustment.Kind.SWAPPED,
                        reason,
                        cause,
                        REVISION,
                        instead,
                        Optional.of(day.date().plusDays(2)),
                        Optional.empty(),
                        List.of())),
                day.aim(),
                List.of(),
                day.week(),
                day.ability(),
                Optional.empty(),
                false,
                proposed);
    }

    public static UnaryOperator<Prescription> done(Done.Grade grade, String said) {
        return day -> new Prescription(
                day.athlete(),
                day.date(),
                day.level(),
                day.levelName(),
                day.status(),
                day.planned(),
                day.prescribed(),
                day.adjustment(),
                day.aim(),
                day.decisions(),
                day.week(),
                day.ability(),
                Optional.of(new Done(
                        day.date(),
                        day.prescribed().kind(),
                        "20261118T050000Z-running",
                        grade,
                        OptionalInt.of(6),
                        OptionalInt.of(6),
                        Optional.of(false),
                        OptionalInt.of(7),
                        OptionalInt.of(8),
                        said)),
                true,
                false);
    }

    private Prescription asPlanned(LocalDate date) {
        Workout workout = workout(date);
        return new Prescription(
                athlete,
                date,
                3,
                "Speed",
                Status.GREEN,
                workout,
                workout,
                Optional.empty(),
                Optional.of(new Prescription.Aim(Goal.Event.RACE, 5000, RACE, OptionalInt.of(1290))),
                List.of(),
                Optional.of(week(date)),
                new Ability(
                        Ability.Basis.TIME_TRIAL,
                        Optional.of(LocalDate.parse("2026-11-08")),
                        OptionalInt.of(5000),
                        OptionalDouble.of(1350),
                        OptionalDouble.of(43.38),
                        Optional.of(new Ability.Change(2.1, Ability.Change.Size.POSSIBLE)),
                        OptionalInt.of(1325),
                        "It is the best of the last 400 days."),
                Optional.empty(),
                date.isBefore(TODAY),
                false);
    }

    private static PlanWeek week(LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int number = (int) FIRST.until(monday, ChronoUnit.WEEKS) + 1;
        return new PlanWeek(
                number,
                OptionalInt.of(8),
                monday,
                number % 4 == 0 ? PlanWeek.Kind.LIGHT : number % 2 == 0 ? PlanWeek.Kind.STEP_UP : PlanWeek.Kind.BUILD,
                38_000,
                2,
                2,
                1);
    }

    private static Workout workout(LocalDate date) {
        if (date.equals(RACE)) {
            return new Workout(
                    Workout.Kind.RACE,
                    "Race: 5 km",
                    50,
                    true,
                    8000,
                    new Effort(9, 10),
                    Focus.RHYTHM,
                    Surface.ANY,
                    List.of(
                            Block.once(Step.time(Step.Part.WARM_UP, 900)),
                            Block.once(Step.distance(Step.Part.RUN, 5000))),
                    List.of(),
                    List.of(Reminder.FUEL_BEFORE));
        }
        return switch (date.getDayOfWeek()) {
            case TUESDAY -> repeats();
            case THURSDAY, FRIDAY -> easy(40);
            case SUNDAY -> longRun();
            default ->
                new Workout(
                        Workout.Kind.REST,
                        "Rest",
                        0,
                        false,
                        0,
                        Effort.NONE,
                        Focus.POSTURE,
                        Surface.ANY,
                        List.of(),
                        List.of(Extra.MOBILITY),
                        List.of(Reminder.SLEEP));
        };
    }

    public static Workout repeats() {
        return new Workout(
                Workout.Kind.REPEATS,
                "6 × 200 m, full recovery",
                50,
                true,
                7800,
                new Effort(6, 7),
                Focus.SMOOTH_SPEED,
                Surface.TRACK,
                List.of(
                        Block.once(Step.time(Step.Part.WARM_UP, 900).within(heart(120, 140))),
                        Block.once(Step.time(Step.Part.DRILLS, 300)),
                        new Block(
                                6,
                                List.of(
                                        Step.distance(Step.Part.RUN, 200).at(pace(218, 225)),
                                        Step.time(Step.Part.RECOVER, 90))),
                        Block.once(Step.time(Step.Part.COOL_DOWN, 600).within(heart(115, 135)))),
                List.of(Extra.ACTIVATION),
                List.of(Reminder.FUEL_BEFORE, Reminder.LOG));
    }

    public static Workout easy(int minutes) {
        return new Workout(
                Workout.Kind.EASY,
                "Easy run",
                minutes,
                false,
                minutes * 165,
                new Effort(2, 3),
                Focus.POSTURE,
                Surface.GENTLY_HILLY,
                List.of(Block.once(Step.time(Step.Part.RUN, minutes * 60)
                        .at(pace(340, 370))
                        .within(heart(125, 145)))),
                List.of(Extra.CROSS_TRAINING),
                List.of(Reminder.DRINK));
    }

    public static Workout technical() {
        return new Workout(
                Workout.Kind.TECHNICAL,
                "Technical run: 35 min easy, drills, 4 relaxed strides",
                35,
                false,
                5600,
                new Effort(2, 4),
                Focus.CADENCE,
                Surface.SOFT,
                List.of(
                        Block.once(Step.time(Step.Part.RUN, 1500).within(heart(120, 140))),
                        new Block(4, List.of(Step.time(Step.Part.STRIDE, 20), Step.time(Step.Part.RECOVER, 60)))),
                List.of(),
                List.of(Reminder.SLEEP));
    }

    public static Workout rest() {
        return workout(LocalDate.parse("2026-11-23"));
    }

    private static Workout longRun() {
        return new Workout(
                Workout.Kind.LONG,
                "Long run",
                80,
                false,
                13_000,
                new Effort(3, 4),
                Focus.RHYTHM,
                Surface.SOFT,
                List.of(Block.once(Step.time(Step.Part.RUN, 4800).within(heart(125, 148)))),
                List.of(),
                List.of(Reminder.FUEL_AFTER, Reminder.SLEEP));
    }

    private static Optional<Step.PaceRange> pace(int fastest, int slowest) {
        return Optional.of(new Step.PaceRange(fastest, slowest));
    }

    private static Optional<Step.HeartRange> heart(int lowest, int highest) {
        return Optional.of(new Step.HeartRange(lowest, highest));
    }
}
