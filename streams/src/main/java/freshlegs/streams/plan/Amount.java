package freshlegs.streams.plan;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.util.List;

/**
 * How much there is of what counts in a workout, the first number in its title: all minutes of an easy run, those of a tempo or
 * progression, the repeats; 0 where that is fixed, as in a race.
 */
record Amount(Making making) {
    private static final int LEAST_EASY_SECONDS = 600;

    int value() {
        return switch (kind()) {
            case EASY, LONG, STRIDES, TECHNICAL -> making.workout().minutes();
            case TEMPO, PROGRESSION -> runSeconds() / 60;
            case REPEATS ->
                making.workout().blocks().stream()
                        .filter(Amount::counts)
                        .mapToInt(Block::times)
                        .sum();
            case REST, TIME_TRIAL, RACE -> 0;
        };
    }

    /** The same workout with another amount; an easy run that is too short for its strides loses them. */
    Making made(int amount) {
        Making made =
                switch (kind()) {
                    case EASY, LONG -> lasting(runSeconds() + 60 * (amount - value()));
                    case STRIDES, TECHNICAL -> withStrides(amount);
                    case TEMPO, PROGRESSION -> lasting(60 * amount);
                    case REPEATS -> repeated(amount);
                    case REST, TIME_TRIAL, RACE -> making;
                };
        Workout workout = made.workout();
        return workout.kind() == kind() && value() > 0
                ? made.titled(workout.title().replaceFirst("\\d+", Integer.toString(amount)))
                : made;
    }

    private Making withStrides(int amount) {
        int easy = runSeconds() + 60 * (amount - value());
        if (easy >= LEAST_EASY_SECONDS) {
            return lasting(easy);
        }
        Making easier = new Making(making.sessions(), making.sessions().easy(amount));
        return making.steps(Part.RUN).allMatch(step -> step.pace().isEmpty()) ? easier.byEffort() : easier;
    }

    private Making repeated(int times) {
        return making.of(making.workout().blocks().stream()
                .map(block -> counts(block) ? new Block(times, block.steps()) : block)
                .toList());
    }

    /** All steps that count share the seconds. */
    private Making lasting(int seconds) {
        int steps = (int) making.steps(Part.RUN).count();
        return making.each(Part.RUN, step -> Making.lasting(step, Math.max(1, seconds / Math.max(1, steps))));
    }

    /** What one less takes away. */
    double secondsOfOne() {
        return kind() == Kind.REPEATS ? making.sizing().seconds(counting()) : 60;
    }

    double metresOfOne() {
        if (kind() == Kind.REPEATS) {
            return making.sizing().metres(counting());
        }
        double metres = 0;
        for (Step step : making.steps(Part.RUN).toList()) {
            metres += making.sizing().speed(step) * 60;
        }
        return metres / Math.max(1, making.steps(Part.RUN).count());
    }

    private List<Block> counting() {
        return making.workout().blocks().stream()
                .filter(Amount::counts)
                .map(block -> new Block(1, block.steps()))
                .toList();
    }

    private static boolean counts(Block block) {
        return block.steps().stream().anyMatch(step -> step.part() == Part.RUN);
    }

    private int runSeconds() {
        return making.steps(Part.RUN).mapToInt(step -> step.seconds().orElse(0)).sum();
    }

    private Kind kind() {
        return making.workout().kind();
    }
}
