package freshlegs.streams.plan;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long a workout takes and how far it leads, from its steps: by their pace where they have one, else by the athlete's speed for
 * such a piece. Between repeats one walks and jogs in turn, at 1.8 m/s; drills lead on at 1.2 m/s (our own choice).
 */
record Sizing(Speeds speeds, Workout.Kind kind) {
    private static final double RECOVERY_SPEED = 1.8;
    private static final double DRILL_SPEED = 1.2;

    double seconds(List<Block> blocks) {
        return sum(blocks, this::seconds);
    }

    /** 0 when the athlete's speeds are not known. */
    double metres(List<Block> blocks) {
        return speeds.known() ? sum(blocks, this::metres) : 0;
    }

    double seconds(Step step) {
        return step.seconds().isPresent()
                ? step.seconds().getAsInt()
                : step.metres().orElse(0) / speed(step);
    }

    private double metres(Step step) {
        return step.metres().isPresent()
                ? step.metres().getAsInt()
                : step.seconds().orElse(0) * speed(step);
    }

    /** In metres a second. */
    double speed(Step step) {
        if (step.pace().isPresent()) {
            Step.PaceRange pace = step.pace().get();
            return 2000.0 / (pace.fastest() + pace.slowest());
        }
        return switch (step.part()) {
            case WARM_UP, COOL_DOWN -> speeds.at(Paces.EASY);
            case DRILLS -> DRILL_SPEED;
            case STRIDE -> speeds.at(Paces.REPETITION_200);
            case RECOVER -> RECOVERY_SPEED;
            case RUN -> running(step);
        };
    }

    private double running(Step step) {
        return switch (kind) {
            case REST, EASY, LONG, STRIDES, TECHNICAL -> speeds.at(Paces.EASY);
            case PROGRESSION -> speeds.at(Paces.MARATHON);
            case TEMPO -> speeds.at(Paces.THRESHOLD);
            case REPEATS -> speeds.repeating(step.metres().orElse(0));
            case TIME_TRIAL, RACE -> speeds.racing(step.metres().orElse(5000));
        };
    }

    private static double sum(List<Block> blocks, ToDoubleFunction<Step> size) {
        return blocks.stream()
                .mapToDouble(block ->
                        block.times() * block.steps().stream().mapToDouble(size).sum())
                .sum();
    }
}
