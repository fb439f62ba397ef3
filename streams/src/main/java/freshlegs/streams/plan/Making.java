package freshlegs.streams.plan;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One workout made into another. Its title's first number says how much of it there is. */
record Making(Sessions sessions, Workout workout) {
    private static final double HEAT_SHARE = 0.8;
    private static final int LEAST_MINUTES = 20;

    Sizing sizing() {
        return new Sizing(sessions.speeds(), workout.kind());
    }

    /** The same workout of these steps. */
    Workout of(List<Block> blocks) {
        return sized(workout, workout.title(), blocks);
    }

    Workout of(int amount, List<Block> blocks) {
        return sized(workout, workout.title().replaceFirst("\\d+", Integer.toString(amount)), blocks);
    }

    Workout withLongerRests(double factor) {
        return of(each(
                workout.blocks(),
                step -> step.part() == Part.RECOVER
                        ? lasting(step, (int) Math.round(factor * step.seconds().orElse(0)))
                        : step));
    }

    Workout byEffort() {
        return of(withoutPaces(workout.blocks()));
    }

    Workout inHeat() {
        Workout less = new Making(sessions, shortened(HEAT_SHARE)).byEffort();
        return new Workout(
                less.kind(),
                less.title(),
                less.minutes(),
                less.hard(),
                less.metres(),
                less.effort(),
                less.focus(),
                less.surface(),
                less.blocks(),
                less.extras(),
                less.kind().isRun() ? Sessions.joined(List.of(Reminder.DRINK), less.reminders()) : less.reminders());
    }

    Workout onIce() {
        return switch (workout.kind()) {
            case STRIDES, TECHNICAL -> new Making(sessions, sessions.easy(workout.minutes())).onIce();
            case EASY, LONG -> on(Surface.ANY, byEffort());
            case TEMPO, REPEATS, PROGRESSION, TIME_TRIAL -> on(Surface.INDOORS, workout);
            case REST, RACE -> workout;
        };
    }

    Workout shortened(double share) {
        return switch (workout.kind()) {
            case EASY -> sessions.easy(lessMinutes(share));
            case LONG -> sessions.longRun(lessMinutes(share));
            default -> workout;
        };
    }

    private int lessMinutes(double share) {
        int nearest = (int) (Math.round(workout.minutes() * share / 5) * 5);
        return Math.min(workout.minutes(), Math.max(LEAST_MINUTES, nearest));
    }

    static Workout with(Workout workout, List<Extra> extras) {
        return new Workout(
                workout.kind(),
                workout.title(),
                workout.minutes(),
                workout.hard(),
                workout.metres(),
                workout.effort(),
                workout.focus(),
                workout.surface(),
                workout.blocks(),
                Sessions.joined(workout.extras(), extras),
                workout.reminders());
    }

    static Workout as(Workout workout, Effort effort) {
        return new Workout(
                workout.kind(),
                workout.title(),
                workout.minutes(),
                workout.hard(),
                workout.metres(),
                effort,
                workout.focus(),
                workout.surface(),
                workout.blocks(),
                workout.extras(),
                workout.reminders());
    }

    private static Workout on(Surface surface, Workout workout) {
        return new Workout(
                workout.kind(),
                workout.title(),
                workout.minutes(),
                workout.hard(),
                workout.metres(),
                workout.effort(),
                workout.focus(),
                surface,
                workout.blocks(),
                workout.extras(),
                workout.reminders());
    }

    private Workout sized(Workout like, String title, List<Block> blocks) {
        return new Workout(
                like.kind(),
                title,
                (int) Math.ceil(sizing().seconds(blocks) / 60 - 1e-9),
                like.hard(),
                (int) Math.ceil(sizing().metres(blocks) - 1e-9),
                like.effort(),
                like.focus(),
                like.surface(),
                blocks,
                like.extras(),
                like.reminders());
    }

    static List<Block> withoutPaces(List<Block> blocks) {
        return each(blocks, step -> step.at(Optional.empty()));
    }

    static List<Block> each(List<Block> blocks, UnaryOperator<Step> made) {
        return blocks.stream()
                .map(block -> new Block(
                        block.times(), block.steps().stream().map(made).toList()))
                .toList();
    }

    static Step lasting(Step step, int seconds) {
        return Step.time(step.part(), seconds).at(step.pace()).within(step.heartRate());
    }

    static String distance(int metres) {
        return switch (metres) {
            case 21_097, 21_098, 21_100 -> "half marathon";
            case 42_195, 42_200 -> "marathon";
            default -> metres % 1000 == 0 ? metres / 1000 + " km" : metres + " m";
        };
    }
}
