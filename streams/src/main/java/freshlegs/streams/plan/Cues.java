package freshlegs.streams.plan;

import static freshlegs.model.plan.Focus.ARMS;
import static freshlegs.model.plan.Focus.CADENCE;
import static freshlegs.model.plan.Focus.POSTURE;
import static freshlegs.model.plan.Focus.RHYTHM;
import static freshlegs.model.plan.Focus.SMOOTH_SPEED;
import static freshlegs.model.plan.Focus.UPHILL;

import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import java.util.List;

/** What goes with each kind of session: how hard it may feel, what to think of, where to run, what not to forget. Our own choice. */
final class Cues {
    private Cues() {}

    static boolean isHard(Workout.Kind kind) {
        return switch (kind) {
            case TEMPO, REPEATS, PROGRESSION, TIME_TRIAL, RACE -> true;
            case REST, EASY, LONG, STRIDES, TECHNICAL -> false;
        };
    }

    static Effort effort(Workout.Kind kind) {
        return switch (kind) {
            case REST -> Effort.NONE;
            case EASY, STRIDES, TECHNICAL -> new Effort(2, 4);
            case LONG -> new Effort(3, 5);
            case PROGRESSION -> new Effort(5, 7);
            case TEMPO, REPEATS -> new Effort(6, 7);
            case TIME_TRIAL, RACE -> new Effort(9, 10);
        };
    }

    /** Another one each week. */
    static Focus focus(Workout.Kind kind, boolean uphill, int week) {
        List<Focus> fitting = uphill ? List.of(UPHILL) : foci(kind);
        return fitting.get(Math.floorMod(week, fitting.size()));
    }

    private static List<Focus> foci(Workout.Kind kind) {
        return switch (kind) {
            case EASY -> List.of(POSTURE, CADENCE, ARMS, RHYTHM);
            case LONG -> List.of(RHYTHM, POSTURE, ARMS);
            case STRIDES -> List.of(SMOOTH_SPEED, CADENCE, ARMS);
            case TECHNICAL -> List.of(CADENCE, POSTURE, ARMS);
            case REPEATS -> List.of(SMOOTH_SPEED, ARMS, CADENCE);
            case TEMPO, PROGRESSION -> List.of(RHYTHM, ARMS);
            case REST, TIME_TRIAL, RACE -> List.of(RHYTHM);
        };
    }

    static Surface surface(Workout.Kind kind, boolean hilly) {
        return switch (kind) {
            case EASY, LONG, STRIDES -> hilly ? Surface.GENTLY_HILLY : Surface.FLAT;
            case TECHNICAL -> Surface.SOFT;
            case REPEATS, TIME_TRIAL -> Surface.TRACK;
            case TEMPO, PROGRESSION -> Surface.FLAT;
            case REST, RACE -> Surface.ANY;
        };
    }

    /** Where pace targets give way to effort. */
    static boolean isByEffort(Surface surface) {
        return surface == Surface.GENTLY_HILLY || surface == Surface.SOFT;
    }

    static List<Extra> extras(Workout.Kind kind) {
        return switch (kind) {
            case TEMPO, REPEATS, PROGRESSION, TIME_TRIAL, RACE -> List.of(Extra.ACTIVATION);
            case TECHNICAL -> List.of(Extra.ACTIVATION, Extra.MOBILITY);
            case REST, EASY, LONG, STRIDES -> List.of();
        };
    }

    static List<Reminder> reminders(Workout.Kind kind) {
        return switch (kind) {
            case REST -> List.of(Reminder.SLEEP);
            case EASY, STRIDES, TECHNICAL -> List.of(Reminder.LOG);
            case LONG -> List.of(Reminder.DRINK, Reminder.FUEL_AFTER, Reminder.LOG);
            case TEMPO, REPEATS, PROGRESSION, TIME_TRIAL, RACE ->
                List.of(
                        Reminder.SLEEP,
                        Reminder.NAP,
                        Reminder.FUEL_BEFORE,
                        Reminder.DRINK,
                        Reminder.FUEL_AFTER,
                        Reminder.LOG);
        };
    }
}
