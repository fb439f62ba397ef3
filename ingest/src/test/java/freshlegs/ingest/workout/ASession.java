package freshlegs.ingest.workout;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.util.List;
import java.util.Optional;

/** Sessions of every kind as a plan makes them. */
public final class ASession {
    private ASession() {}

    public static Workout of(Kind kind) {
        return switch (kind) {
            case REST -> Workout.plain(kind, "Rest", 0, false);
            case EASY ->
                of(kind, "Easy, 40 min", Block.once(Step.time(Part.RUN, 2400).within(beats(128, 146))));
            case LONG ->
                of(
                        kind,
                        "Long, 14 km",
                        Block.once(Step.distance(Part.RUN, 14_000).at(pace(330, 365))));
            case STRIDES ->
                of(
                        kind,
                        "6 × 20 s strides",
                        Block.once(Step.time(Part.WARM_UP, 1500).within(beats(120, 146))),
                        new Block(6, List.of(Step.time(Part.STRIDE, 20), Step.time(Part.RECOVER, 60))),
                        Block.once(Step.time(Part.COOL_DOWN, 600)));
            case TECHNICAL ->
                of(
                        kind,
                        "Technical run – form",
                        Block.once(Step.time(Part.RUN, 900)),
                        Block.once(Step.time(Part.DRILLS, 600)),
                        new Block(4, List.of(Step.distance(Part.STRIDE, 80), Step.time(Part.RECOVER, 70))));
            case TEMPO ->
                of(
                        kind,
                        "Tempo 20 min",
                        Block.once(Step.time(Part.WARM_UP, 900)),
                        Block.once(Step.time(Part.RUN, 1200).at(pace(262, 270)).within(beats(165, 174))),
                        Block.once(Step.time(Part.COOL_DOWN, 600)));
            case REPEATS ->
                of(
                        kind,
                        "6 × 200 m, full recoveries",
                        Block.once(Step.time(Part.WARM_UP, 900)),
                        Block.once(Step.time(Part.DRILLS, 300)),
                        new Block(
                                6,
                                List.of(Step.distance(Part.RUN, 200).at(pace(215, 225)), Step.time(Part.RECOVER, 150))),
                        Block.once(Step.time(Part.COOL_DOWN, 600)));
            case PROGRESSION ->
                of(
                        kind,
                        "Progression 9 km",
                        Block.once(Step.distance(Part.RUN, 4000).at(pace(330, 360))),
                        Block.once(Step.distance(Part.RUN, 3000).at(pace(290, 310))),
                        Block.once(Step.distance(Part.RUN, 2000).at(pace(262, 275))));
            case TIME_TRIAL -> of(kind, "5K time trial", Block.once(Step.distance(Part.RUN, 5000)));
            case RACE ->
                of(kind, "Race: 5K", Block.once(Step.distance(Part.RUN, 5000).at(pace(255, 261))));
        };
    }

    public static Workout of(Kind kind, String title, Block... blocks) {
        return new Workout(
                kind,
                title,
                45,
                kind == Kind.REPEATS,
                8000,
                new Effort(3, 5),
                Focus.UPHILL,
                Surface.GENTLY_HILLY,
                List.of(blocks),
                List.of(Extra.MOBILITY),
                List.of(Reminder.SLEEP));
    }

    private static Optional<PaceRange> pace(int fastest, int slowest) {
        return Optional.of(new PaceRange(fastest, slowest));
    }

    private static Optional<HeartRange> beats(int lowest, int highest) {
        return Optional.of(new HeartRange(lowest, highest));
    }
}
