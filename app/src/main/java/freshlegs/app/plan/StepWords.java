package freshlegs.app.plan;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.PaceRange;
import java.util.stream.Collectors;

/** A workout's steps as a coach writes them: {@code 6 x 400 m in 1:36-1:38 (4:00-4:05/km), recover 2 min}. */
final class StepWords {
    private static final int LONGEST_WITH_ITS_TIME = 1200;
    private static final int METRES_PER_KILOMETRE = 1000;

    private StepWords() {}

    static String block(Block block) {
        String steps = block.steps().stream().map(StepWords::step).collect(Collectors.joining(", "));
        return block.times() == 1 ? steps : block.times() + " x " + steps;
    }

    private static String step(Step step) {
        String words =
                amountAndPart(step) + step.pace().map(pace -> pace(step, pace)).orElse("");
        return words
                + step.heartRate()
                        .map(range -> (step.pace().isPresent() ? ", " : " at ")
                                + Words.range(Integer.toString(range.lowest()), Integer.toString(range.highest()))
                                + " bpm")
                        .orElse("");
    }

    private static String amountAndPart(Step step) {
        String amount = step.metres().isPresent()
                ? Words.distance(step.metres().getAsInt())
                : Words.duration(step.seconds().orElseThrow());
        return switch (step.part()) {
            case WARM_UP -> amount + " warming up";
            case DRILLS -> amount + " of drills";
            case RUN -> amount;
            case STRIDE -> amount + " stride";
            case RECOVER -> amount + " recovery";
            case COOL_DOWN -> amount + " cooling down";
        };
    }

    /** Short distances have their time as well, as it is read from a watch on a track. */
    private static String pace(Step step, PaceRange pace) {
        String perKilometre = Words.range(Words.clock(pace.fastest()), Words.clock(pace.slowest())) + "/km";
        int metres = step.metres().orElse(0);
        if (metres == 0 || metres == METRES_PER_KILOMETRE || metres > LONGEST_WITH_ITS_TIME) {
            return " at " + perKilometre;
        }
        return " in " + Words.range(time(metres, pace.fastest()), time(metres, pace.slowest())) + " (" + perKilometre
                + ")";
    }

    private static String time(int metres, int secondsPerKilometre) {
        return Words.clock(Math.round(metres * secondsPerKilometre / (float) METRES_PER_KILOMETRE));
    }
}
