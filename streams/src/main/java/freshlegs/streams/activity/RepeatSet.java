package freshlegs.streams.activity;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.FormDrift;
import freshlegs.model.result.ActivityAnalysis.Repeats;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A session's repeats as one: how many, how long, whether they faded, and whether the runner's form changed. */
final class RepeatSet {
    private static final double EQUAL_SPEED_PERCENT = 2;
    private static final double FEWER_STEPS_PERCENT = -3;
    private static final double LONGER_ON_GROUND_PERCENT = 4;

    private RepeatSet() {}

    static Optional<Repeats> of(Session session) {
        List<Repeat> repeats = session.repeats();
        if (repeats.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fade> fade = Fade.of(repeats);
        return Optional.of(new Repeats(
                repeats.size(),
                session.repeatSource(),
                Rounding.to(0, mean(repeats, Repeat::distanceMetres)),
                Rounding.to(1, mean(repeats, Repeat::durationSeconds)),
                rounded(fade, Fade::decrementPercent),
                rounded(fade, Fade::slopePercent),
                rounded(fade, Fade::lastPercent),
                fade.map(Fade::isFaded).orElse(false),
                session.detail().formDrift().filter(RepeatSet::isCue).isPresent()));
    }

    static boolean isCue(FormDrift drift) {
        return Math.abs(drift.speedPercent()) <= EQUAL_SPEED_PERCENT
                && (drift.cadencePercent().orElse(0) <= FEWER_STEPS_PERCENT
                        || drift.stanceTimePercent().orElse(0) >= LONGER_ON_GROUND_PERCENT);
    }

    private static double mean(List<Repeat> repeats, ToDoubleFunction<Repeat> quantity) {
        return repeats.stream().mapToDouble(quantity).average().orElseThrow();
    }

    private static OptionalDouble rounded(Optional<Fade> fade, ToDoubleFunction<Fade> percent) {
        return fade.isPresent()
                ? OptionalDouble.of(Rounding.to(1, percent.applyAsDouble(fade.get())))
                : OptionalDouble.empty();
    }
}
