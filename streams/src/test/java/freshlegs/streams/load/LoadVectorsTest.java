package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Published numbers of load; the end of a name says where each is from: F a public program, P a page or paper, C computed. */
class LoadVectorsTest {

    /** fellrnr.com/wiki/TRIMP: 30 min at 130, rest 40, maximum 200, a man. */
    @Test
    void vector_06_trimp_of_half_an_hour__F_P() {
        assertThat(Trimp.of(30, 130, body(40, 200, 170, Sex.MALE))).isEqualTo(31.80, within(0.005));
    }

    /** intervals.icu forum: 66.2 min at 138, rest 44, maximum 187. */
    @Test
    void vector_07_trimp_to_five_decimals__P_C() {
        assertThat(Trimp.of(66.2, 138, body(44, 187, 170, Sex.MALE))).isEqualTo(98.39022, within(1e-5));
    }

    /** Banister's a is 0.86 for women; GoldenCheetah and Elevate keep 0.64, Runalyze takes 0.821776: other numbers for one hour. */
    @Test
    void vector_09_trimp_of_an_hour_by_sex_and_by_program__C() {
        assertThat(Trimp.of(60, 150, body(60, 190, 170, Sex.MALE))).isEqualTo(100.44, within(0.005));
        double woman = Trimp.of(60, 150, body(60, 190, 170, Sex.FEMALE));
        assertThat(woman).isEqualTo(113.52, within(0.005));
        assertThat(woman * 0.64 / 0.86).isEqualTo(84.48, within(0.005));
        assertThat(woman * 0.821776 / 0.86).isEqualTo(108.47, within(0.005));
    }

    /** The specification of Elevate: TRIMP 333 of a man, rest 60, maximum 190. */
    @Test
    void vector_10_heart_rate_score_of_a_known_trimp__F() {
        assertThat(Math.floor(HeartRateScore.ofTrimp(333, body(60, 190, 163, Sex.MALE))))
                .isEqualTo(239);
        assertThat(Math.floor(HeartRateScore.ofTrimp(333, body(60, 190, 170.5, Sex.MALE))))
                .isEqualTo(199);
    }

    /** An hour at threshold is 100; the threshold that nobody stated lies at 85 % of the reserve (Elevate). */
    @Test
    void vector_11_an_hour_at_threshold_is_a_hundred__C_F() {
        Histogram hour = new Histogram(170, 1, Column.of(36_000));
        for (Sex sex : Sex.values()) {
            assertThat(HeartRateScore.of(hour, body(60, 190, 170, sex))).isEqualTo(100, within(1e-9));
        }
        assertThat(stated(60, 190).thresholdBpm()).isEqualTo(170.5);
    }

    /** Ten, 20, 10, 5 and 2 minutes in Edwards' zones; Lucia's zones (below, between and above the thresholds weigh 1, 2, 3). */
    @Test
    void vector_13_zones_of_edwards_and_lucia__C() {
        Histogram zones = new Histogram(100, 20, Column.of(10 * 600, 20 * 600, 10 * 600, 5 * 600, 2 * 600));
        Physiology body = body(50, 200, 170, Sex.MALE);
        assertThat(Edwards.of(zones, body)).isEqualTo(110, within(1e-9));
        assertThat(Edwards.zoneMinutes(zones, body)).containsExactly(new double[] {10, 20, 10, 5, 2}, within(1e-9));
        assertThat(lucia(30, 15, 5)).isEqualTo(75);
    }

    /** fellrnr.com: two hours at effort 6. */
    @Test
    void vector_14_effort_times_minutes__P() {
        assertThat(EffortLoad.of(6, 120)).isEqualTo(720);
    }

    @Test
    void vector_15_pace_score_at_threshold_and_at_twice_it__F_C() {
        assertThat(PaceScore.of(3600, 1000 / 300.0, 1000 / 300.0)).isEqualTo(100);
        assertThat(PaceScore.of(3600, 1000 / 300.0, 1000 / 600.0)).isEqualTo(400, within(1e-9));
    }

    /** pacelore: two hours at 155, rest 45, maximum 185, threshold at 0.83; the page says 179.4. Never to be mixed with ours. */
    @Test
    void vector_17_the_square_form_is_another_number__P_C() {
        assertThat(squareScore(2, body(45, 185, 170, Sex.MALE).reserveShare(155), 0.83))
                .isEqualTo(179.2, within(0.05));
    }

    /** A reference only: the product needs no ventilatory thresholds. */
    private static double lucia(double below, double between, double above) {
        return below + 2 * between + 3 * above;
    }

    /** A reference only: hours times the square of the share of the threshold's share, times 100. */
    private static double squareScore(double hours, double share, double thresholdShare) {
        double intensity = share / thresholdShare;
        return 100 * hours * intensity * intensity;
    }

    private static Physiology body(double resting, double maximal, double threshold, Sex sex) {
        return new Physiology(resting, maximal, threshold, OptionalDouble.empty(), false, sex, List.of());
    }

    private static Physiology stated(int resting, int maximal) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Profile profile = new Profile(
                AthleteId.of("ann"),
                day,
                "r",
                noon,
                noon,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(resting),
                OptionalInt.of(maximal),
                OptionalInt.empty(),
                OptionalInt.empty());
        return TrainingLoad.of(List.of(), day, List.of(profile), List.of(), List.of(), OptionalDouble.empty())
                .body();
    }
}
