package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.world.World;
import freshlegs.streams.rule.Rules;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {
    private static final long SEED = 3;
    private static final int FEW = 4;

    @Test
    void the_same_seed_gives_the_same_figures_however_many_threads_there_are() {
        AtomicInteger done = new AtomicInteger();
        Evaluation alone = Evaluation.of(Squads.of(SEED, FEW, FEW), Rules.published(), 1, done::incrementAndGet);
        Evaluation together = Evaluation.of(Squads.of(SEED, FEW, FEW), Rules.published(), 3, done::incrementAndGet);

        assertThat(ReportJson.of(together)).isEqualTo(ReportJson.of(alone));
        assertThat(together.found()).isEqualTo(alone.found());
        assertThat(new Report(together).text()).isEqualTo(new Report(alone).text());
        assertThat(done).hasValue(2 * 5 * FEW);
    }

    @Test
    void squads_keep_apart_what_is_counted_on_whom() {
        Evaluation evaluation = Evaluation.of(Squads.of(SEED, FEW, FEW), Rules.published(), 2, () -> {});

        JsonNode json = ReportJson.of(evaluation);

        assertThat(evaluation.squads()).containsOnlyKeys("sound", "undisturbed", "severe", "moderate", "paradoxical");
        assertThat(evaluation.sound()).isEqualTo(evaluation.squads().get("sound"));
        assertThat(evaluation.counted().ours().athletes()).isEqualTo(4 * FEW);
        assertThat(evaluation.counted().ours().delays(Cause.SEVERE).count()).isEqualTo(FEW);
        assertThat(json.path("soundAthleteYears").asDouble()).isBetween(FEW * 0.99, FEW * 1.0);
        assertThat(json.path("falseAmberPerAthleteYear").isNumber()).isTrue();
        assertThat(json.path("falseRedPerAthleteYear").isNumber()).isTrue();
        for (String cause : List.of("severe", "moderate", "paradoxical")) {
            for (int days : Figures.WITHIN_DAYS) {
                assertThat(json.path(cause + "DetectedWithin" + days + "Days").asDouble())
                        .isBetween(0.0, 1.0);
            }
        }
        assertThat(json.path("rivals")).hasSize(Method.values().length - 1);
    }

    @Test
    void severe_overreaching_is_seen_by_the_rule_and_not_without_its_rows() {
        List<LabelledAthlete> athletes =
                World.overreached(SEED, Cause.SEVERE, 10).toList();

        Evaluation whole = Evaluation.of(List.of(Squad.of("all", athletes)), Rules.published(), 2, () -> {});
        Evaluation blind = Evaluation.of(
                List.of(Squad.of("all", athletes)
                        .without(Gap.CHECK_INS)
                        .without(Gap.RESTING_HEART_RATE)
                        .without(Gap.HRV)
                        .without(Gap.EXERCISE_HEART_RATE)
                        .without(Gap.PERFORMANCE)),
                Rules.published(),
                2,
                () -> {});

        assertThat(whole.counted().ours().delays(Cause.SEVERE).within(21)).isGreaterThanOrEqualTo(7);
        assertThat(blind.counted().ours().delays(Cause.SEVERE).within(21)).isZero();
        assertThat(blind.counted().ours().unknownDays())
                .isEqualTo(blind.counted().ours().judgedDays())
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void a_gap_takes_one_kind_of_reading_and_no_other(Gap gap) {
        LabelledAthlete whole = World.of(SEED).soundAthlete(1, 60);

        LabelledAthlete left = gap.in(whole);

        assertThat(left.answers().isEmpty()).isEqualTo(gap == Gap.CHECK_INS);
        assertThat(left.nights().stream()
                        .noneMatch(night -> night.restingHeartRate().isPresent()))
                .isEqualTo(gap == Gap.RESTING_HEART_RATE);
        assertThat(left.nights().stream().noneMatch(night -> night.rmssdMs().isPresent()))
                .isEqualTo(gap == Gap.HRV);
        assertThat(left.runs().stream().allMatch(run -> run.windows().isEmpty()))
                .isEqualTo(gap == Gap.EXERCISE_HEART_RATE);
        assertThat(left.runs().stream().noneMatch(run -> run.achievedSpeed().isPresent()))
                .isEqualTo(gap == Gap.PERFORMANCE);
        assertThat(left.runs()).hasSameSizeAs(whole.runs());
        assertThat(left.labels()).isEqualTo(whole.labels());
    }
}
