package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThatCode;

import freshlegs.coach.RecordedRuns;
import freshlegs.model.Sport;
import freshlegs.model.Status;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Route;
import freshlegs.model.result.ActivityAnalysis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartSayingsTest {
    private static final Map<String, Enum<?>[]> SAID = Map.of(
            "activity.sport.", Sport.values(),
            "activity.kind.", ActivityAnalysis.Kind.values(),
            "activity.intensity.", Lap.Intensity.values(),
            "activity.heart-rate-from.", HeartRateSource.values(),
            "activity.route.", Route.values(),
            "activity.missing.", RecordedRuns.Why.values(),
            "charts.episode.", Status.values(),
            "charts.phase.", PlannedPhase.Phase.values());

    @Test
    void there_is_a_word_for_every_constant_that_charts_and_runs_may_show() {
        SAID.forEach((key, constants) -> Arrays.stream(constants)
                .map(constant -> key + constant.name().toLowerCase(Locale.ROOT))
                .forEach(said -> assertThatCode(() -> Sayings.english().say(said))
                        .as(said)
                        .doesNotThrowAnyException()));
        for (String basis : List.of("heart-rate", "heart-rate-degraded", "pace", "effort", "imputed")) {
            assertThatCode(() -> Sayings.english().say("activity.basis." + basis))
                    .doesNotThrowAnyException();
        }
    }
}
