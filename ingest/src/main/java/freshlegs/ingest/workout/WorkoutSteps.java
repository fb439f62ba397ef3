package freshlegs.ingest.workout;

import freshlegs.ingest.fit.WrittenStep;
import freshlegs.ingest.fit.WrittenWorkout;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Workout;
import java.util.ArrayList;
import java.util.List;

/** A session's blocks one after the other; after a block that is done several times comes its repeat. */
final class WorkoutSteps {
    private static final int SECONDS_PER_MINUTE = 60;

    private WorkoutSteps() {}

    /** One step for the whole session where its blocks are not known, or are more than a watch takes. */
    static List<WrittenStep> of(Workout workout) {
        List<WrittenStep> steps = new ArrayList<>();
        for (Block block : workout.blocks()) {
            int first = steps.size();
            block.steps().forEach(step -> steps.add(new WrittenStep.Piece(step, Cues.of(workout, step))));
            if (block.times() > 1) {
                steps.add(new WrittenStep.Repeat(first, block.times()));
            }
        }
        return steps.isEmpty() || steps.size() > WrittenWorkout.MOST_STEPS ? List.of(whole(workout)) : steps;
    }

    private static WrittenStep whole(Workout workout) {
        if (workout.minutes() < 1) {
            return new WrittenStep.Open(PlainText.of(workout.title(), WrittenWorkout.LONGEST_NOTE));
        }
        Step run = Step.time(Step.Part.RUN, workout.minutes() * SECONDS_PER_MINUTE);
        return new WrittenStep.Piece(run, Cues.of(workout, run));
    }
}
