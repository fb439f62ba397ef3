package freshlegs.streams.plan;

import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The workouts of one athlete in one week, step by step: paces from the ability (none without a VDOT), heart rates where they are
 * known; {@code week} turns what to think of, and {@code hilly} weeks have their easy running on gentle hills, by effort.
 */
record Sessions(Ability ability, Optional<HeartRates> heartRates, int week, boolean hilly) {
    /** Speed half a notch above threshold: 1.5 %. */
    static final double HALF_A_NOTCH = 1.015;

    private static final int WARM_UP_SECONDS = 15 * 60;
    private static final int DRILL_SECONDS = 5 * 60;
    private static final int COOL_DOWN_SECONDS = 10 * 60;
    /** So that the thirds of the whole run still rise, for who takes no laps. */
    private static final int BEFORE_PROGRESSION_SECONDS = 10 * 60;

    private static final int AFTER_PROGRESSION_SECONDS = 5 * 60;
    private static final int STRIDE_SECONDS = 20;
    private static final int BETWEEN_STRIDES_SECONDS = 70;
    private static final int AFTER_STRIDES_SECONDS = 180;
    private static final int LEAST_EASY_SECONDS = 600;

    /** For who is not known at all: everything by effort. */
    static Sessions byEffort() {
        return new Sessions(Ability.UNKNOWN, Optional.empty(), 0, false);
    }

    Workout rest(Extra... extras) {
        Workout rest = made(Kind.REST, "Rest", List.of());
        return making(rest).with(List.of(extras)).workout();
    }

    Workout easy(int minutes) {
        return made(Kind.EASY, "Easy " + minutes + " min", List.of(Block.once(easyRun(Part.RUN, 60 * minutes))));
    }

    Workout longRun(int minutes) {
        return made(
                Kind.LONG, "Long run, " + minutes + " min easy", List.of(Block.once(easyRun(Part.RUN, 60 * minutes))));
    }

    /** An easy run that ends with strides; with at least ten easy minutes, or without strides. */
    Workout strides(int minutes, int count) {
        int easy = 60 * minutes - count * (STRIDE_SECONDS + BETWEEN_STRIDES_SECONDS) - AFTER_STRIDES_SECONDS;
        return easy < LEAST_EASY_SECONDS
                ? easy(minutes)
                : made(
                        Kind.STRIDES,
                        "Easy " + minutes + " min with " + count + " × " + STRIDE_SECONDS + " s strides",
                        List.of(
                                Block.once(easyRun(Part.RUN, easy)),
                                strides(count),
                                Block.once(easyRun(Part.COOL_DOWN, AFTER_STRIDES_SECONDS))));
    }

    /** Form instead of effort: 30 to 40 minutes. */
    Workout technical(int minutes) {
        int strides = 4;
        int easy = 60 * minutes - DRILL_SECONDS - strides * (STRIDE_SECONDS + BETWEEN_STRIDES_SECONDS);
        return easy < LEAST_EASY_SECONDS
                ? easy(minutes)
                : made(
                        Kind.TECHNICAL,
                        "Technical run: " + minutes + " min easy with drills and " + strides + " relaxed strides",
                        List.of(
                                Block.once(easyRun(Part.RUN, easy)),
                                Block.once(Step.time(Part.DRILLS, DRILL_SECONDS)),
                                strides(strides)));
    }

    /** {@code speedShare} is the speed over threshold speed, 1 or {@link #HALF_A_NOTCH}. */
    Workout tempo(int minutes, double speedShare) {
        String how = speedShare > 1 ? " min tempo, half a notch faster (1.5 %)" : " min controlled tempo";
        Step tempo = Step.time(Part.RUN, 60 * minutes)
                .at(speeds().around(speedShare * speeds().at(Paces.THRESHOLD)))
                .within(heartRates.map(HeartRates::tempo));
        return made(Kind.TEMPO, minutes + how, around(Block.once(tempo)));
    }

    Workout repeats(int count, int metres) {
        boolean brief = metres < Speeds.SHORT_METRES;
        String how = brief ? " m fast and relaxed" : " m at 5K effort";
        return pieces(count, metres, how, speeds().repeat(metres), brief ? new Effort(6, 7) : new Effort(7, 8));
    }

    /** Between threshold and 10K pace. */
    Workout quickTempo(int count, int metres) {
        return pieces(count, metres, " m quick tempo", speeds().quickTempo(), new Effort(6, 7));
    }

    /** Easy, at the pace of a marathon, at threshold: a third each. */
    Workout progression(int minutes) {
        int third = 20 * minutes;
        return made(
                Kind.PROGRESSION,
                minutes + " min progression run, easy to tempo",
                List.of(
                        Block.once(Step.time(Part.WARM_UP, BEFORE_PROGRESSION_SECONDS)),
                        Block.once(easyRun(Part.RUN, third)),
                        Block.once(Step.time(Part.RUN, third).at(speeds().around(speeds().at(Paces.MARATHON)))),
                        Block.once(Step.time(Part.RUN, third)
                                .at(speeds().around(speeds().at(Paces.THRESHOLD)))
                                .within(heartRates.map(HeartRates::tempo))),
                        Block.once(Step.time(Part.COOL_DOWN, AFTER_PROGRESSION_SECONDS))));
    }

    Workout timeTrial(int metres) {
        return made(Kind.TIME_TRIAL, distance(metres) + " time trial", around(racing(metres)));
    }

    Workout race(int metres) {
        return made(Kind.RACE, "Race: " + distance(metres), around(racing(metres)));
    }

    /** Recoveries are {@code factor} times as long. */
    Workout withLongerRests(Workout workout, double factor) {
        return easing(workout).withLongerRests(factor);
    }

    /** Paces dropped, the effort says how hard. */
    Workout byEffort(Workout workout) {
        return making(workout).byEffort().workout();
    }

    /** By effort, a fifth shorter, with a reminder to drink. */
    Workout inHeat(Workout workout) {
        return easing(workout).inHeat();
    }

    /** Strides are left out, hard sessions and time trials go indoors, easy running is by effort. */
    Workout onIce(Workout workout) {
        return easing(workout).onIce();
    }

    /** Easy running to the nearest five minutes and at least 20, key sessions with fewer or shorter pieces at the same pace. */
    Workout shortened(Workout workout, double share) {
        return easing(workout).shortened(share);
    }

    /**
     * Within both bounds ({@link Integer#MAX_VALUE} for none; metres count only when they are known): warm-up and cool-down give
     * way first, to eight minutes each, then drills, then up to half of what counts; else empty. Races stay as they are.
     */
    Optional<Workout> fittedTo(Workout workout, int mostMinutes, int mostMetres) {
        return new Fitting(making(workout), mostMinutes, mostMetres).fitted();
    }

    Speeds speeds() {
        return Speeds.of(ability);
    }

    private Making making(Workout workout) {
        return Easing.stepped(this, workout);
    }

    private Easing easing(Workout workout) {
        return new Easing(making(workout));
    }

    private Workout pieces(int count, int metres, String how, Optional<PaceRange> pace, Effort effort) {
        Step piece = Step.distance(Part.RUN, metres).at(pace);
        double seconds = new Sizing(speeds(), Kind.REPEATS).seconds(piece);
        Block block = new Block(count, List.of(piece, Step.time(Part.RECOVER, Recoveries.seconds(metres, seconds))));
        Workout made = made(Kind.REPEATS, count + " × " + metres + how + ", full recoveries", around(block));
        return making(made).as(effort).workout();
    }

    private Block racing(int metres) {
        return Block.once(Step.distance(Part.RUN, metres).at(speeds().around(speeds().racing(metres))));
    }

    private Block strides(int count) {
        return new Block(
                count,
                List.of(Step.time(Part.STRIDE, STRIDE_SECONDS), Step.time(Part.RECOVER, BETWEEN_STRIDES_SECONDS)));
    }

    private Step easyRun(Part part, int seconds) {
        Optional<HeartRange> hearts = part == Part.RUN ? heartRates.map(HeartRates::easy) : Optional.empty();
        return Step.time(part, seconds).at(speeds().easy()).within(hearts);
    }

    private static List<Block> around(Block counts) {
        return List.of(
                Block.once(Step.time(Part.WARM_UP, WARM_UP_SECONDS)),
                Block.once(Step.time(Part.DRILLS, DRILL_SECONDS)),
                counts,
                Block.once(Step.time(Part.COOL_DOWN, COOL_DOWN_SECONDS)));
    }

    private Workout made(Kind kind, String title, List<Block> blocks) {
        Surface surface = Cues.surface(kind, hilly);
        Workout made = new Workout(
                kind,
                title,
                0,
                Cues.isHard(kind),
                0,
                Cues.effort(kind),
                Cues.focus(kind, surface == Surface.GENTLY_HILLY, week),
                surface,
                blocks,
                Cues.extras(kind),
                Cues.reminders(kind));
        Making sized = new Making(this, made).of(blocks);
        return (Cues.isByEffort(surface) ? sized.byEffort() : sized).workout();
    }

    private static String distance(int metres) {
        return switch (metres) {
            case 21_097, 21_098, 21_100 -> "half marathon";
            case 42_195, 42_200 -> "marathon";
            default -> metres % 1000 == 0 ? metres / 1000 + " km" : metres + " m";
        };
    }
}
