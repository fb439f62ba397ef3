package freshlegs.ingest.fit;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The watch's own summary, completed from the samples where the watch said nothing of duration or distance. */
final class Summaries {
    private static final double CENTIMETRES_PER_METRE = 100;

    private Summaries() {}

    static Recording.Summary of(SessionSummary session, Samples samples, List<Pause> pauses, OptionalInt recovery) {
        double span = samples.size() == 0 ? 0 : samples.secondsFromStart().at(samples.size() - 1);
        double paused = pauses.stream().mapToDouble(Pause::durationSeconds).sum();
        double timer =
                session.timerSeconds().orElseGet(() -> session.elapsedSeconds().orElse(Math.max(0, span - paused)));
        double elapsed = session.elapsedSeconds().orElse(Math.max(timer, span));
        OptionalDouble distance = session.distanceMetres().isPresent()
                ? session.distanceMetres()
                : covered(samples.distanceCentimetres());
        return new Recording.Summary(
                Rounding.to(3, timer),
                Rounding.to(3, Math.max(timer, elapsed)),
                Rounding.to(2, distance),
                session.meanHeartRateBpm(),
                session.maximalHeartRateBpm(),
                session.workoutRpe(),
                session.workoutFeel(),
                recovery);
    }

    /** From the first to the last known distance. */
    private static OptionalDouble covered(Column centimetres) {
        int first = 0;
        int last = centimetres.size() - 1;
        while (first < last && !centimetres.has(first)) {
            first++;
        }
        while (last > first && !centimetres.has(last)) {
            last--;
        }
        return first < last
                ? OptionalDouble.of(Math.max(0, centimetres.at(last) - centimetres.at(first)) / CENTIMETRES_PER_METRE)
                : OptionalDouble.empty();
    }
}
