package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.simulate.Strain;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 140,000 days: deviations err by less than 0.005, correlations by less than 0.01 (two standard errors and more). */
class NoiseTest {
    private static final int WEEKS = 20_000;
    private static final List<ToDoubleFunction<Strain>> DOMAINS =
            List.of(Strain::subjective, Strain::resting, Strain::variability, Strain::exercise, Strain::performance);
    private static final DayOfWeek[] WEEK = DayOfWeek.values();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5})
    void noise_has_unit_variance_and_the_athletes_autocorrelation(double persistence) {
        for (Sample domain : withoutCycle(days(persistence))) {
            assertThat(domain.mean()).isCloseTo(0, within(0.02));
            assertThat(domain.deviation()).isCloseTo(1, within(0.015));
            assertThat(domain.autocorrelation(1)).isCloseTo(persistence, within(0.012));
            assertThat(domain.autocorrelation(2)).isCloseTo(persistence * persistence, within(0.012));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5})
    void the_autonomic_domains_get_worse_together_by_half_and_all_others_by_a_quarter(double persistence) {
        List<Sample> domains = withoutCycle(days(persistence));

        for (int i = 0; i < domains.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean autonomic = i == 2 && j == 1;
                assertThat(domains.get(i).correlation(domains.get(j))).isCloseTo(autonomic ? 0.5 : 0.25, within(0.015));
            }
        }
    }

    @Test
    void weekends_are_worst_for_how_one_feels_and_rests_by_a_cycle_of_three_tenths() {
        List<Strain> days = days(0);

        for (int domain = 0; domain < DOMAINS.size(); domain++) {
            Sample weekdays = new Sample();
            for (int weekday = 0; weekday < WEEK.length; weekday++) {
                weekdays.add(mean(days, domain, weekday));
            }
            double squares = 0;
            for (int weekday = 0; weekday < WEEK.length; weekday++) {
                squares += weekdays.get(weekday) * weekdays.get(weekday) / WEEK.length;
            }
            boolean cycles = domain < 3;
            assertThat(Math.sqrt(squares)).isCloseTo(cycles ? 0.3 : 0, within(0.02));
            if (cycles) {
                assertThat(weekdays.get(5))
                        .isCloseTo(weekdays.get(6), within(0.03))
                        .isGreaterThan(0.35);
            }
        }
    }

    private static List<Strain> days(double persistence) {
        Noise noise = new Noise(Seed.root(1).of(Purpose.NOISE).chance(), persistence);
        List<Strain> days = new ArrayList<>();
        for (int day = 0; day < WEEKS * WEEK.length; day++) {
            days.add(noise.next(WEEK[day % WEEK.length]));
        }
        return days;
    }

    private static List<Sample> withoutCycle(List<Strain> days) {
        List<Sample> samples = new ArrayList<>();
        for (int domain = 0; domain < DOMAINS.size(); domain++) {
            double[] means = new double[WEEK.length];
            for (int weekday = 0; weekday < WEEK.length; weekday++) {
                means[weekday] = mean(days, domain, weekday);
            }
            Sample sample = new Sample();
            for (int day = 0; day < days.size(); day++) {
                sample.add(DOMAINS.get(domain).applyAsDouble(days.get(day)) - means[day % WEEK.length]);
            }
            samples.add(sample);
        }
        return samples;
    }

    private static double mean(List<Strain> days, int domain, int weekday) {
        Sample sample = new Sample();
        for (int day = weekday; day < days.size(); day += WEEK.length) {
            sample.add(DOMAINS.get(domain).applyAsDouble(days.get(day)));
        }
        return sample.mean();
    }
}
