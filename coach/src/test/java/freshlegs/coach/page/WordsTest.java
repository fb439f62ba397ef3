package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Voice ENGLISH = Voice.english(Units.METRIC);
    private static final Days DAYS = new Days(Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T17:59:30Z, just now",
        "2026-11-20T18:05:00Z, just now",
        "2026-11-20T17:01:00Z, 59 min ago",
        "2026-11-19T18:00:00Z, 24 h ago",
        "2026-11-18T18:00:00Z, 2 days ago"
    })
    void an_age_is_told_in_the_largest_fitting_unit(Instant then, String words) {
        assertThat(DAYS.age(then, ENGLISH)).isEqualTo(words);
    }

    @Test
    void a_judged_day_goes_stale_three_days_after_its_end() {
        assertThat(DAYS.isStale(LocalDate.of(2026, 11, 17))).isFalse();
        assertThat(DAYS.isStale(LocalDate.of(2026, 11, 16))).isTrue();
    }

    @Test
    void numbers_have_a_real_minus_and_nought_has_none() {
        assertThat(Numbers.one(-3.25)).isEqualTo("−3.3");
        assertThat(Numbers.whole(-0.4)).isEqualTo("0");
        assertThat(Numbers.signed(OptionalDouble.of(2))).isEqualTo("+2.0");
        assertThat(Numbers.one(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void every_status_has_a_word_and_a_look_of_its_own() {
        assertThat(Status.values())
                .extracting(status -> Standing.of(status, ENGLISH).word())
                .doesNotHaveDuplicates();
        assertThat(Status.values())
                .extracting(status -> Standing.of(status, ENGLISH).look())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_calm_of_long_ago_is_not_shown_as_calm() {
        assertThat(Standing.of(Status.GREEN, true, ENGLISH).look()).isEqualTo("unknown");
        assertThat(Standing.of(Status.AMBER, true, ENGLISH).look()).isEqualTo("amber");
        assertThat(Standing.of(Status.GREEN, true, ENGLISH).place())
                .isLessThan(Standing.of(Status.GREEN, ENGLISH).place());
    }

    @Test
    void a_low_hrv_is_drawn_low_and_a_high_heart_rate_high() {
        assertThat(level(Domain.Name.HRV, 70, 7, 2.0)).isCloseTo(57.31, within(0.01));
        assertThat(level(Domain.Name.RESTING_HEART_RATE, 47, 2, 2.0)).isCloseTo(51.0, within(0.01));
    }

    @Test
    void what_is_not_known_is_not_drawn() {
        Domain unknown = new Domain(
                Domain.Name.HRV,
                false,
                false,
                OptionalDouble.of(60),
                "ms",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0,
                3,
                OptionalDouble.of(1),
                OptionalInt.of(1),
                Optional.empty(),
                "");
        Banded banded = banded(unknown);
        assertThat(banded.judged()).containsExactly(OptionalDouble.empty());
        assertThat(banded.low()).containsExactly(OptionalDouble.empty());
        assertThat(Evidence.of(unknown, ENGLISH).usual()).isEqualTo("–");
    }

    private static double level(Domain.Name name, double usual, double spread, double chart) {
        Domain domain = new Domain(
                name,
                true,
                true,
                OptionalDouble.of(usual),
                "",
                OptionalDouble.of(usual),
                OptionalDouble.of(spread),
                OptionalDouble.of(chart),
                chart,
                1,
                40,
                OptionalDouble.of(1),
                OptionalInt.of(1),
                Optional.empty(),
                "");
        return banded(domain).judged().get(0).orElseThrow();
    }

    private static Banded banded(Domain domain) {
        StatusDay day = new StatusDay(
                AthleteId.of("anna"),
                DAY,
                Status.GREEN,
                "",
                false,
                List.of(domain),
                List.of(),
                List.of(),
                List.of(),
                "");
        return Banded.of(domain.name(), "", List.of(DAY), List.of(OptionalDouble.empty()), Map.of(DAY, day));
    }
}
