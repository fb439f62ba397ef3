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
import java.util.stream.Stream;

/** One workout made into another, its minutes and metres always those of its steps. */
record Making(Sessions sessions, Workout workout) {
    private static final double ROUNDING = 1e-6;

    Sizing sizing() {
        return new Sizing(sessions.speeds(), workout.kind());
    }

    Making of(List<Block> blocks) {
        Sizing sizing = sizing();
        return new Making(
                sessions,
                new Workout(
                        workout.kind(),
                        workout.title(),
                        roundedUp(sizing.seconds(blocks) / 60),
                        workout.hard(),
                        roundedUp(sizing.metres(blocks)),
                        workout.effort(),
                        workout.focus(),
                        workout.surface(),
                        blocks,
                        workout.extras(),
                        workout.reminders()));
    }

    Making each(UnaryOperator<Step> made) {
        return of(each(workout.blocks(), made));
    }

    Making titled(String title) {
        return with(title, workout.effort(), workout.surface(), workout.extras(), workout.reminders());
    }

    Making as(Effort effort) {
        return with(workout.title(), effort, workout.surface(), workout.extras(), workout.reminders());
    }

    Making on(Surface surface) {
        return with(workout.title(), workout.effort(), surface, workout.extras(), workout.reminders());
    }

    Making with(List<Extra> extras) {
        List<Extra> all = joined(workout.extras(), extras);
        return with(workout.title(), workout.effort(), workout.surface(), all, workout.reminders());
    }

    Making remembering(Reminder first) {
        List<Reminder> all = joined(List.of(first), workout.reminders());
        return with(workout.title(), workout.effort(), workout.surface(), workout.extras(), all);
    }

    Making byEffort() {
        return each(step -> step.at(Optional.empty()));
    }

    private Making with(String title, Effort effort, Surface surface, List<Extra> extras, List<Reminder> reminders) {
        return new Making(
                sessions,
                new Workout(
                        workout.kind(),
                        title,
                        workout.minutes(),
                        workout.hard(),
                        workout.metres(),
                        effort,
                        workout.focus(),
                        surface,
                        workout.blocks(),
                        extras,
                        reminders));
    }

    static List<Block> each(List<Block> blocks, UnaryOperator<Step> made) {
        return blocks.stream()
                .map(block -> new Block(
                        block.times(), block.steps().stream().map(made).toList()))
                .toList();
    }

    /** The steps of one part as {@code made} of them. */
    Making each(Part part, UnaryOperator<Step> made) {
        return each(step -> step.part() == part ? made.apply(step) : step);
    }

    Stream<Step> steps(Part part) {
        return workout.blocks().stream()
                .flatMap(block -> block.steps().stream())
                .filter(step -> step.part() == part);
    }

    static Step lasting(Step step, int seconds) {
        return Step.time(step.part(), seconds).at(step.pace()).within(step.heartRate());
    }

    private static int roundedUp(double size) {
        return (int) Math.ceil(size - ROUNDING);
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }
}
