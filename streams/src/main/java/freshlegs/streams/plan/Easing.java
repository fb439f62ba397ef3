package freshlegs.streams.plan;

import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import java.util.List;

/** What is left of a workout on a day that asks for less, or for something else. The shares are our own choice. */
record Easing(Making making) {
    private static final double HEAT_SHARE = 0.8;
    private static final int LEAST_MINUTES = 20;

    Workout withLongerRests(double factor) {
        return making.each(
                        Part.RECOVER,
                        step -> Making.lasting(
                                step, (int) Math.round(factor * step.seconds().orElse(1))))
                .workout();
    }

    Workout inHeat() {
        Making less = new Making(making.sessions(), shortened(HEAT_SHARE)).byEffort();
        return less.workout().kind().isRun() ? less.remembering(Reminder.DRINK).workout() : less.workout();
    }

    Workout onIce() {
        Workout workout = making.workout();
        return switch (workout.kind()) {
            case STRIDES, TECHNICAL ->
                new Making(making.sessions(), making.sessions().easy(workout.minutes()))
                        .with(workout.extras())
                        .byEffort()
                        .on(Surface.ANY)
                        .workout();
            case EASY, LONG -> making.byEffort().on(Surface.ANY).workout();
            case TEMPO, REPEATS, PROGRESSION, TIME_TRIAL ->
                making.on(Surface.INDOORS).workout();
            case REST, RACE -> workout;
        };
    }

    /** Never more than there was. Easy running to the nearest five minutes and at least 20. */
    Workout shortened(double share) {
        Workout workout = making.workout();
        Amount amount = new Amount(making);
        return switch (workout.kind()) {
            case EASY, LONG, STRIDES, TECHNICAL -> {
                int nearest = (int) (Math.round(workout.minutes() * share / 5) * 5);
                yield less(amount, Math.max(LEAST_MINUTES, nearest));
            }
            case TEMPO, REPEATS, PROGRESSION -> less(amount, (int) Math.max(1, Math.round(amount.value() * share)));
            case REST, TIME_TRIAL, RACE -> workout;
        };
    }

    private Workout less(Amount amount, int value) {
        return value >= amount.value() ? making.workout() : amount.made(value).workout();
    }

    /** A workout of which no steps are known, as steps again where it is simply easy. */
    static Making stepped(Sessions sessions, Workout workout) {
        if (!workout.blocks().equals(List.of()) || workout.minutes() == 0) {
            return new Making(sessions, workout);
        }
        return switch (workout.kind()) {
            case EASY -> new Making(sessions, sessions.easy(workout.minutes()));
            case LONG -> new Making(sessions, sessions.longRun(workout.minutes()));
            default -> new Making(sessions, workout);
        };
    }
}
