package freshlegs.app.follow;

import freshlegs.app.simulate.Leg;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import java.util.ArrayList;
import java.util.List;

/**
 * A workout's steps as stretches of a run: what is asked at the pace that is asked, else as the athlete feels it should be (shares of
 * threshold speed); time trials and races as fast as it goes. {@code fitness} is the day's, about 1.
 */
record Pacing(Workout workout, double thresholdSpeed, double fitness) {
    /** Speeds as shares of threshold speed. */
    static final double RACING = 1.069;

    static final double EASY = 0.77;
    static final double WARMING_UP = 0.72;

    private static final double DRILLING = 0.55;
    private static final double STRIDING = 1.22;
    private static final double SHORT = 1.17;
    private static final double MIDDLE = 1.089;
    private static final double FASTEST_PROGRESS = 0.98;
    private static final double WALKING_METRES_PER_SECOND = 1.5;
    private static final int SHORT_METRES = 300;
    private static final int MIDDLE_METRES = 450;

    List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (Block block : workout.blocks()) {
            for (int time = 0; time < block.times(); time++) {
                block.steps().forEach(step -> legs.add(leg(step, legs.size())));
            }
        }
        return List.copyOf(legs);
    }

    private Leg leg(Step step, int index) {
        double speed = metresPerSecond(step, index);
        Leg leg = step.metres().isPresent()
                ? Leg.metres(intensity(step.part()), step.metres().getAsInt(), speed)
                : Leg.seconds(intensity(step.part()), step.seconds().orElseThrow(), speed);
        return step.part() == Part.RUN && workout.blocks().size() > 1 ? leg.evenly() : leg;
    }

    private double metresPerSecond(Step step, int index) {
        boolean racing = workout.kind() == Workout.Kind.RACE || workout.kind() == Workout.Kind.TIME_TRIAL;
        if (step.part() != Part.RUN || racing) {
            return own(step, index);
        }
        double day = workout.hard() ? fitness : 1;
        return step.pace()
                .map(pace -> day * 2000.0 / (pace.fastest() + pace.slowest()))
                .orElseGet(() -> own(step, index));
    }

    private double own(Step step, int index) {
        return switch (step.part()) {
            case WARM_UP, COOL_DOWN -> WARMING_UP * thresholdSpeed;
            case DRILLS -> DRILLING * thresholdSpeed;
            case STRIDE -> STRIDING * thresholdSpeed;
            case RECOVER -> WALKING_METRES_PER_SECOND;
            case RUN -> counting(step, index);
        };
    }

    private double counting(Step step, int index) {
        return switch (workout.kind()) {
            case TIME_TRIAL, RACE -> RACING * thresholdSpeed * fitness;
            case TEMPO -> thresholdSpeed * fitness;
            case REPEATS -> repeating(step.metres().orElse(0)) * thresholdSpeed * fitness;
            case PROGRESSION ->
                thresholdSpeed * Math.min(FASTEST_PROGRESS, EASY + (index - 1) * (FASTEST_PROGRESS - EASY) / 2);
            case REST, EASY, LONG, STRIDES, TECHNICAL -> EASY * thresholdSpeed;
        };
    }

    private static double repeating(int metres) {
        return metres < SHORT_METRES ? SHORT : metres < MIDDLE_METRES ? MIDDLE : RACING;
    }

    /** As the watch writes the laps of a workout that it was given. */
    private static Intensity intensity(Part part) {
        return switch (part) {
            case WARM_UP, DRILLS -> Intensity.WARMUP;
            case RUN, STRIDE -> Intensity.ACTIVE;
            case RECOVER -> Intensity.RECOVERY;
            case COOL_DOWN -> Intensity.COOLDOWN;
        };
    }
}
