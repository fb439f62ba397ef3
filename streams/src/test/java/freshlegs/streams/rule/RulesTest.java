package freshlegs.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds as settings: what a text changes, what it may not say, and what the version tells. */
class RulesTest {

    @Test
    void nothing_changed_is_the_published_set() {
        Rules rules = read("", "# as it is", "fatigue.agree-on-days = 2", "chart.daily-flag=1");

        assertThat(rules).isEqualTo(Rules.published());
        assertThat(rules.version()).isEqualTo("1");
        assertThat(rules.changed()).isEmpty();
    }

    @Test
    void what_is_changed_counts_and_the_rest_stays_as_published() {
        Rules rules = read("  chart.daily-flag = 1.1  ", "", "fatigue.agree-on-days = 3");

        assertThat(rules.of(Threshold.CHART_DAILY_FLAG)).isEqualTo(1.1);
        assertThat(rules.count(Threshold.FATIGUE_AGREE_ON)).isEqualTo(3);
        assertThat(rules.count(Threshold.FATIGUE_AGREE_OF)).isEqualTo(3);
        assertThat(rules.changed()).containsExactly("chart.daily-flag = 1.1", "fatigue.agree-on-days = 3");
    }

    @Test
    void equal_values_have_one_version_however_they_are_written() {
        Rules rules = read("chart.daily-flag = 1.1", "fatigue.agree-on-days = 3");

        assertThat(rules.version()).matches("1\\+[0-9a-f]{8}");
        assertThat(read("fatigue.agree-on-days = 3", "# later", "chart.daily-flag = 1.10"))
                .isEqualTo(rules)
                .hasSameHashCodeAs(rules)
                .returns(rules.version(), Rules::version);
        assertThat(read("chart.daily-flag = 1.1").version()).isNotEqualTo(rules.version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fatigue.agree-on = 3         | mine.txt, line 2: there is no `fatigue.agree-on`, the nearest is `fatigue.agree-on-days`
            chart.daily-flag 1           | mine.txt, line 2: `chart.daily-flag 1` is not `key = value`
            chart.daily-flag = high      | mine.txt, line 2: `chart.daily-flag` must be a number from 0.3 to 3.0 (SD), not `high`
            chart.daily-flag = NaN       | mine.txt, line 2: `chart.daily-flag` must be a number from 0.3 to 3.0 (SD), not `NaN`
            chart.daily-flag = 0x1p0     | mine.txt, line 2: `chart.daily-flag` must be a number from 0.3 to 3.0 (SD), not `0x1p0`
            chart.daily-flag = 3.01      | mine.txt, line 2: `chart.daily-flag` must be a number from 0.3 to 3.0 (SD), not `3.01`
            fatigue.agree-on-days = 2.5  | mine.txt, line 2: `fatigue.agree-on-days` must be a whole number from 1 to 14 (days), not `2.5`
            safety.quiet-days = 7        | mine.txt, line 2: `safety.quiet-days` must be a whole number from 14 to 84 (days), not `7`
            fatigue.agree-on-days = 6    | mine.txt: fatigue.agree-on-days = 6 must be at most fatigue.agree-of-days = 3
            baseline.last-day = 21       | mine.txt: baseline.least-days = 30 must be at most the 29 days from baseline.first-day = 49 to baseline.last-day = 21
            baseline.least-days = 15     | mine.txt, line 2: `baseline.least-days` is there twice
            """)
    void a_text_that_cannot_be_used_says_where_and_what_would_be_right(String line, String said) {
        assertThatThrownBy(() -> read("baseline.least-days = 30", line))
                .isInstanceOf(InvalidRules.class)
                .hasMessage(said);
    }

    @Test
    void the_published_values_are_in_their_own_ranges_and_keys_are_unique() {
        assertThat(Threshold.values()).allSatisfy(threshold -> {
            assertThat(threshold.allows(threshold.published()))
                    .as(threshold.key())
                    .isTrue();
            assertThat(threshold.key()).matches("[a-z]+\\.[a-z0-9-]+");
            assertThat(threshold.source()).isNotBlank();
        });
        assertThat(new TreeSet<>(Threshold.keys())).hasSize(Threshold.values().length);
        assertThat(Arrays.stream(Rule.values()).map(Rule::id).distinct()).hasSize(Rule.values().length);
    }

    @Test
    void what_belongs_to_no_rule_is_how_every_chart_is_made() {
        Set<Threshold> shared = EnumSet.allOf(Threshold.class);
        Arrays.stream(Rule.values()).map(Rule::thresholds).forEach(shared::removeAll);

        assertThat(shared)
                .extracting(Threshold::key)
                .allMatch(key -> key.matches("(baseline|weekdays|persistence|chart)\\..*"));
    }

    private static Rules read(String... lines) {
        return RulesText.read(String.join("\n", lines), "mine.txt");
    }
}
