package freshlegs.ingest.workout;

import freshlegs.ingest.fit.WrittenWorkout;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the watch says beside a step: how hard, where the target does not say it, and what to think of. */
final class Cues {
    private Cues() {}

    static String of(Workout workout, Step step) {
        List<String> said = new ArrayList<>();
        switch (step.part()) {
            case WARM_UP -> {
                if (workout.surface() != Surface.ANY) {
                    said.add(sentence(workout.surface().words()));
                }
            }
            case RUN -> {
                effort(workout, step, said);
                said.add(workout.focus().posture());
            }
            case DRILLS, STRIDE -> said.add(workout.focus().posture());
            case RECOVER -> said.add(workout.focus().breathing());
            case COOL_DOWN -> said.add("Let it run out easily");
        }
        return PlainText.of(String.join(". ", said), WrittenWorkout.LONGEST_NOTE);
    }

    /** A pace is the watch's target; a heart rate besides it is told in words. */
    private static void effort(Workout workout, Step step, List<String> said) {
        Effort effort = workout.effort();
        if (step.pace().isPresent() && step.heartRate().isPresent()) {
            said.add("HR " + step.heartRate().get().lowest() + "-"
                    + step.heartRate().get().highest());
        } else if (step.pace().isEmpty() && step.heartRate().isEmpty() && effort.highest() > 0) {
            said.add("Effort " + effort.lowest() + "-" + effort.highest() + " of 10");
        }
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
