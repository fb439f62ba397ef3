package freshlegs.coach.page;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steps of a workout in words, run so many times one after the other. */
public record Piece(int times, List<String> steps) {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int METRES_PER_KILOMETRE = 1000;
    /** Over shorter stretches than this a time says more than a pace. */
    private static final int TIMED_METRES = 1600;

    /** What else than length and pace is told. */
    public enum Telling {
        WITH_HEART_RATES,
        /** For places that others see. */
        WITHOUT_HEART_RATES
    }

    public static List<Piece> of(Workout workout, Telling telling, Voice voice) {
        return workout.blocks().stream().map(block -> of(block, telling, voice)).toList();
    }

    private static Piece of(Block block, Telling telling, Voice voice) {
        return new Piece(
                block.times(),
                block.steps().stream().map(step -> words(step, telling, voice)).toList());
    }

    /** In one line, such as {@code 6 × (run 200 m in 44 s; recover 90 s)}. */
    public String line() {
        String all = String.join("; ", steps);
        return times == 1 ? all : times + " × (" + all + ")";
    }

    private static String words(Step step, Telling telling, Voice voice) {
        StringBuilder words = new StringBuilder(voice.say("plan.step." + key(step.part())))
                .append(' ')
                .append(length(step, voice));
        step.pace().ifPresent(pace -> words.append(pace(step, pace, voice)));
        if (telling == Telling.WITH_HEART_RATES) {
            step.heartRate()
                    .map(range -> ", " + range(range.lowest() + "", range.highest() + "", voice) + " bpm")
                    .ifPresent(words::append);
        }
        return words.toString();
    }

    private static String key(Step.Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String length(Step step, Voice voice) {
        return step.metres().isPresent()
                ? voice.units().stretch(step.metres().getAsInt())
                : time(step.seconds().orElseThrow());
    }

    static String distance(int metres) {
        return metres % METRES_PER_KILOMETRE == 0 ? metres / METRES_PER_KILOMETRE + " km" : metres + " m";
    }

    private static String time(int seconds) {
        if (seconds % SECONDS_PER_MINUTE == 0) {
            return Numbers.minutes(seconds / SECONDS_PER_MINUTE);
        }
        return seconds < 2 * SECONDS_PER_MINUTE ? seconds + " s" : Numbers.clock(seconds) + " min";
    }

    private static String pace(Step step, Step.PaceRange pace, Voice voice) {
        String paces = range(voice.units().pace(pace.fastest()), voice.units().pace(pace.slowest()), voice) + " "
                + voice.units().perDistance();
        Optional<Integer> timed = step.metres().stream()
                .boxed()
                .filter(metres -> metres < TIMED_METRES && step.part() == Step.Part.RUN)
                .findFirst();
        return timed.map(metres -> " "
                        + voice.say(
                                "plan.step.in",
                                range(over(metres, pace.fastest()), over(metres, pace.slowest()), voice),
                                paces))
                .orElse(" " + voice.say("plan.step.at", paces));
    }

    /** How long so many metres take at a pace in seconds a kilometre. */
    private static String over(int metres, int pace) {
        int seconds = Math.round(metres * pace / (float) METRES_PER_KILOMETRE);
        return seconds < 100 ? seconds + " s" : Numbers.clock(seconds);
    }

    private static String range(String from, String to, Voice voice) {
        boolean inSeconds = from.endsWith(" s") && to.endsWith(" s");
        return from.equals(to)
                ? from
                : voice.say("words.to", inSeconds ? from.substring(0, from.length() - 2) : from, to);
    }
}
