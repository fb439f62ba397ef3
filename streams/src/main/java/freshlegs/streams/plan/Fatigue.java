package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.Optional;

/** What fatigue leaves of a session: the table of states and sessions, one row a method. */
final class Fatigue {
    private static final double FEELS_POORLY = 1.5;
    private static final int RED_REST_DAYS = 2;
    private static final int LONG_AMBER_DAYS = 7;
    private static final int HELD_DAYS = 7;
    private static final int DOWNGRADE_DAYS = 3;
    private static final int UNRESOLVED_DAYS = 14;

    private final Adjusting adjusting;
    private final Recently recently;
    private final Sessions sessions;
    private final Workout planned;

    Fatigue(Adjusting adjusting, Recently recently, Sessions sessions) {
        this.adjusting = adjusting;
        this.recently = recently;
        this.sessions = sessions;
        this.planned = adjusting.planned();
    }

    /** A milder state counts when the stronger one has been over for three days; less volume holds for a week at least. */
    Optional<Adjusted> adjusted() {
        if (planned.kind() == Workout.Kind.RACE) {
            return Optional.empty();
        }
        if (recently.status() == Status.RED || recently.within(DOWNGRADE_DAYS, day -> day.status() == Status.RED)) {
            return red();
        }
        if (recently.status() == Status.AMBER) {
            return recently.alertDays() >= LONG_AMBER_DAYS || recently.secondAlertInFourWeeks() ? longAmber() : amber();
        }
        return isEasy() && recently.within(HELD_DAYS - 1, Recently::fatigued)
                ? adjusting.shortened(
                        AdjustmentCause.FATIGUE,
                        0.8,
                        Optional.of(lastFatigued().plusDays(HELD_DAYS - 1L)),
                        "The warning has cleared; a fifth less for the rest of its week.")
                : Optional.empty();
    }

    private LocalDate lastFatigued() {
        return recently.days().stream()
                .filter(Recently::fatigued)
                .map(PlanDay::date)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Optional<Adjusted> red() {
        LocalDate until = recently.planned().plusDays(Math.max(0, HELD_DAYS - recently.redDays()));
        if (recently.status() == Status.RED && recently.redDays() <= RED_REST_DAYS) {
            return Optional.of(adjusting.dropped(
                    AdjustmentCause.FATIGUE,
                    Optional.of(until),
                    "Two days of rest come first, then easy running only, at half the volume."));
        }
        String doctor = recently.redDays() >= UNRESOLVED_DAYS
                ? " It has lasted two weeks: talk to a sports physician about illness, iron and eating enough."
                : "";
        return isEasy()
                ? adjusting.shortened(
                        AdjustmentCause.FATIGUE,
                        0.5,
                        Optional.of(until),
                        "Half the volume until the strong warning has cleared." + doctor)
                : Optional.of(easy(
                        20, until, "No hard session until the strong warning has cleared; " + comesBack() + doctor));
    }

    private Optional<Adjusted> longAmber() {
        LocalDate until = recently.planned().plusDays(2);
        return isEasy()
                ? adjusting.shortened(
                        AdjustmentCause.FATIGUE,
                        0.6,
                        Optional.of(until),
                        "The warning has lasted or come back, so the week is 40 % lighter.")
                : Optional.of(
                        easy(25, until, "The warning has lasted or come back, so easy running only; " + comesBack()));
    }

    private Optional<Adjusted> amber() {
        LocalDate until = recently.planned().plusDays(Math.max(2, HELD_DAYS - recently.alertDays()));
        boolean poorly = recently.feelingChart().orElse(0) >= FEELS_POORLY;
        return switch (planned.kind()) {
            case EASY, LONG ->
                adjusting.shortened(
                        AdjustmentCause.FATIGUE,
                        0.8,
                        Optional.of(until),
                        "A fifth less, at an easy heart rate, while the warning stands.");
            case STRIDES ->
                poorly
                        ? Optional.of(easy(30, until, "Without strides while you feel this far from your normal."))
                        : Optional.empty();
            case TEMPO ->
                Optional.of(
                        poorly
                                ? easy(30, until, "Easy while you feel this far from your normal; " + comesBack())
                                : technical(until));
            case REPEATS, PROGRESSION, TIME_TRIAL -> Optional.of(technical(until));
            case REST, TECHNICAL, RACE -> Optional.empty();
        };
    }

    private boolean isEasy() {
        return planned.kind() == Workout.Kind.EASY || planned.kind() == Workout.Kind.LONG;
    }

    private Adjusted technical(LocalDate until) {
        return adjusting.swapped(
                AdjustmentCause.FATIGUE,
                sessions.technical(Math.min(35, planned.minutes())),
                Optional.of(until),
                "A technical run instead of the hard session; " + comesBack());
    }

    private Adjusted easy(int minutes, LocalDate until, String reason) {
        return adjusting.swapped(
                AdjustmentCause.FATIGUE,
                sessions.easy(Math.min(minutes, planned.minutes())),
                Optional.of(until),
                reason);
    }

    private static String comesBack() {
        return "it comes back when the signs have been calm on five of seven days and you feel like yourself again.";
    }
}
