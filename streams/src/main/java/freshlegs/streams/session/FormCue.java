package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.SessionDetail.FormDrift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the last of at least three repeats differs from the mean of the first two in speed, cadence and stance time, in percent. */
final class FormCue {
    private static final int LEAST_REPEATS = 3;

    private FormCue() {}

    static Optional<FormDrift> of(List<Repeat> repeats, Track track) {
        if (repeats.size() < LEAST_REPEATS) {
            return Optional.empty();
        }
        Repeat last = repeats.get(repeats.size() - 1);
        double before = (repeats.get(0).speedMetresPerSecond() + repeats.get(1).speedMetresPerSecond()) / 2;
        OptionalDouble cadence = change(repeats, track, track.cadence());
        OptionalDouble stance = change(repeats, track, track.stanceTime());
        return before > 0 && (cadence.isPresent() || stance.isPresent())
                ? Optional.of(new FormDrift(percent(before, last.speedMetresPerSecond()), cadence, stance))
                : Optional.empty();
    }

    private static OptionalDouble change(List<Repeat> repeats, Track track, Series quantity) {
        OptionalDouble first = mean(repeats.get(0), track, quantity);
        OptionalDouble second = mean(repeats.get(1), track, quantity);
        OptionalDouble last = mean(repeats.get(repeats.size() - 1), track, quantity);
        if (first.isEmpty() || second.isEmpty() || last.isEmpty()) {
            return OptionalDouble.empty();
        }
        double before = (first.getAsDouble() + second.getAsDouble()) / 2;
        return before > 0 ? OptionalDouble.of(percent(before, last.getAsDouble())) : OptionalDouble.empty();
    }

    private static OptionalDouble mean(Repeat repeat, Track track, Series quantity) {
        int from = track.timeline().cellAt(repeat.startSecond());
        int to = track.timeline().cellAt(repeat.startSecond() + repeat.durationSeconds());
        return quantity.mean(from, Math.max(from, to));
    }

    private static double percent(double before, double after) {
        return Rounding.to(1, 100 * (after / before - 1));
    }
}
