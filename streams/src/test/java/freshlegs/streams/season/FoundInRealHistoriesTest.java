package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.WatchProfile;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What looked wrong when real recordings were folded, one test each. */
class FoundInRealHistoriesTest {
    private static final WatchProfile WATCH =
            new WatchProfile(OptionalInt.of(50), OptionalInt.of(190), OptionalInt.empty());

    /** Twenty hours at an easy heart rate were taken for a heart eighty beats too slow, since drift was carried on for all of them. */
    @Test
    void the_late_hours_of_an_ultra_are_not_compared_with_ordinary_runs() {
        List<DayFacts> facts = new ArrayList<>();
        for (int day = 0; day < 56; day++) {
            ARun run = day < 55
                    ? run(day).minutes(60).at(2.8).heart(138).drifting(0.1)
                    : run(day).minutes(20 * 60).at(2.4).heart(136);
            facts.add(day % 3 == 1 ? day(day, run) : DayFacts.none(ATrainingBlock.ATHLETE, date(day), true));
        }

        List<SeasonDay> season = ATrainingBlock.fold(facts);

        Domain pace = season.get(55).status().domains().stream()
                .filter(domain -> domain.name() == Name.EXERCISE_HEART_RATE)
                .findFirst()
                .orElseThrow();
        assertThat(season.get(55).signal().steadyRuns()).hasSize(1);
        assertThat(pace.value().orElseThrow()).isBetween(-15.0, 15.0);
    }

    private static ARun run(int day) {
        return ARun.of(ATrainingBlock.ATHLETE, date(day)).believedBy(WATCH);
    }

    private static DayFacts day(int day, ARun run) {
        return new DayFacts(
                ATrainingBlock.ATHLETE, date(day), List.of(), List.of(run.session()), List.of(), List.of(), true);
    }

    private static LocalDate date(int day) {
        return ATrainingBlock.FIRST_DAY.plusDays(day);
    }
}
