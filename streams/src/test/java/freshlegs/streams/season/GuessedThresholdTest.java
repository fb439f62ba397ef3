package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.WatchProfile;
import freshlegs.streams.signal.KeySession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Where nobody stated a threshold speed it is guessed from the best twenty minutes, which may have been easy ones. */
class GuessedThresholdTest {
    private static final WatchProfile WATCH =
            new WatchProfile(OptionalInt.of(50), OptionalInt.of(190), OptionalInt.of(170));

    /** It was compared with the athlete's tempi, spoilt their spread, and performance could not vote for weeks. */
    @Test
    void an_easy_run_on_a_warm_day_is_no_tempo() {
        assertThat(keySessionsAfter(158)).isEmpty();
    }

    @Test
    void an_even_run_at_the_heart_rate_of_the_threshold_is_one() {
        assertThat(keySessionsAfter(166)).extracting(KeySession::kind).containsExactly(KeySession.Kind.TEMPO);
    }

    private static List<KeySession> keySessionsAfter(double bpm) {
        List<DayFacts> facts = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            LocalDate date = ATrainingBlock.FIRST_DAY.plusDays(day);
            ARun run = ARun.of(ATrainingBlock.ATHLETE, date)
                    .believedBy(WATCH)
                    .minutes(40)
                    .at(3);
            facts.add(new DayFacts(
                    ATrainingBlock.ATHLETE,
                    date,
                    List.of(),
                    day == 1
                            ? List.of()
                            : List.of(run.heart(day == 0 ? 140 : bpm).session()),
                    List.of(),
                    List.of(),
                    true));
        }
        return ATrainingBlock.fold(facts).get(2).signal().keySessions();
    }
}
