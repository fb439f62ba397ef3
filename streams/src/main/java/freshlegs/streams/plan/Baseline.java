package freshlegs.streams.plan;

import freshlegs.model.plan.Ability.Change;
import freshlegs.streams.plan.Benchmarks.Known;
import java.util.Locale;
import java.util.Optional;

/** What an athlete's paces rest on in one sentence: the benchmark, its change with what the noise lets one say, and the year's best. */
final class Baseline {
    static final String NONE = "No race or time trial of the last eight weeks: effort instead of pace.";

    static String said(Known latest, Optional<Change> change, Optional<Known> best) {
        String now = run(latest.metres(), latest.seconds())
                + change.map(Baseline::said).orElse("");
        boolean isBest = best.filter(latest::equals).isPresent();
        return now
                + (isBest
                        ? "; the best of the last 400 days."
                        : best.map(one -> "; the best of the last 400 days: " + run(one.metres(), one.seconds()) + ".")
                                .orElse("."));
    }

    private Baseline() {}

    private static String said(Change change) {
        String how = String.format(
                Locale.ROOT, "%.1f %% %s", Math.abs(change.percent()), change.percent() < 0 ? "slower" : "faster");
        return ", " + how + " than before"
                + switch (change.size()) {
                    case UNCHANGED -> ", which is unchanged within the noise";
                    case POSSIBLE -> ", a possible change";
                    case CLEAR -> ", a clear change";
                };
    }

    private static String run(int metres, double seconds) {
        return metres + " m in " + Clock.of(Math.round(seconds));
    }
}
