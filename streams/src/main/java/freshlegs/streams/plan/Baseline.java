package freshlegs.streams.plan;

import freshlegs.streams.plan.Benchmarks.Known;
import java.util.Optional;

/** How a benchmark compares with the best of the last 400 days, in one sentence. */
final class Baseline {
    private Baseline() {}

    static String said(Known latest, Optional<Known> best) {
        return best.map(one -> one.equals(latest)
                        ? "It is the best of the last 400 days."
                        : "The best of the last 400 days: " + one.metres() + " m in "
                                + Clock.of(Math.round(one.seconds())) + ".")
                .orElse("");
    }
}
