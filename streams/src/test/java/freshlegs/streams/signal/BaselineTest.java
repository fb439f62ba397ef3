package freshlegs.streams.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Baselines over columns of numbers against the definition spelled out over dates. */
class BaselineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private final Random random = new Random(4);

    @Test
    void a_baseline_is_what_its_definition_says() {
        for (int turn = 0; turn < 500; turn++) {
            Map<LocalDate, Double> values = new TreeMap<>();
            Set<LocalDate> unsound = new TreeSet<>();
            double share = random.nextDouble();
            for (int back = 84; back > 0; back--) {
                if (random.nextDouble() < 0.3 + share) {
                    values.put(TODAY.minusDays(back), 50 + 3 * random.nextGaussian() + back % 7);
                }
                if (random.nextInt(4) == 0) {
                    unsound.add(TODAY.minusDays(back));
                }
            }
            LocalDate asOf = TODAY.minusDays(random.nextInt(20));
            Optional<LocalDate> restarted =
                    turn % 3 == 0 ? Optional.of(TODAY.minusDays(random.nextInt(80))) : Optional.empty();
            check(values, asOf, restarted, unsound);
        }
    }

    private static void check(
            Map<LocalDate, Double> values, LocalDate asOf, Optional<LocalDate> restarted, Set<LocalDate> unsound) {
        Series series = new Series(values.size());
        values.forEach((day, value) -> series.add(day.toEpochDay(), value));

        Baseline baseline =
                Baseline.of(series, new BaselineWindow(asOf, restarted, unsound, Rules.published()), Rules.published());

        Predicate<LocalDate> old = day -> !day.isAfter(asOf.minusDays(8))
                && restarted.map(first -> !day.isBefore(first)).orElse(true);
        double[] effects = effects(only(values, old.and(day -> !day.isBefore(asOf.minusDays(84)))));
        Map<LocalDate, Double> season = only(values, old.and(day -> !day.isBefore(asOf.minusDays(84))));
        Predicate<LocalDate> isRecent = day -> !day.isBefore(asOf.minusDays(49));
        Map<LocalDate, Double> sound = only(season, day -> !unsound.contains(day));
        Map<LocalDate, Double> used = only(sound, isRecent).size() >= 14 ? sound : season;
        double[] adjusted = adjusted(only(used, isRecent), effects);
        double mean = Arrays.stream(adjusted).average().orElse(0);
        double[] longer = adjusted(used, effects);
        double middle = Arrays.stream(longer).average().orElse(0);
        double squares = Arrays.stream(longer)
                .map(value -> (value - middle) * (value - middle))
                .sum();

        assertThat(baseline.days()).isEqualTo(adjusted.length);
        assertThat(baseline.mean()).isCloseTo(mean, within(1e-12));
        assertThat(baseline.deviation())
                .isCloseTo(longer.length < 2 ? 0 : Math.sqrt(squares / (longer.length - 1)), within(1e-12));
        double z = (51 - effects[weekday(TODAY)] - mean) / Math.max(4, baseline.deviation());
        assertThat(baseline.z(TODAY.toEpochDay(), 51, 4)).isCloseTo(Math.max(-3, Math.min(3, z)), within(1e-12));
    }

    private static double[] adjusted(Map<LocalDate, Double> values, double[] effects) {
        return values.entrySet().stream()
                .mapToDouble(day -> day.getValue() - effects[weekday(day.getKey())])
                .toArray();
    }

    private static double[] effects(Map<LocalDate, Double> season) {
        double[] effects = new double[7];
        TreeMap<LocalDate, Double> days = new TreeMap<>(season);
        if (days.size() < 35 || days.lastKey().toEpochDay() - days.firstKey().toEpochDay() + 1 < 56) {
            return effects;
        }
        double mean = days.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        int[] counts = new int[7];
        days.forEach((day, value) -> {
            effects[weekday(day)] += value - mean;
            counts[weekday(day)]++;
        });
        for (int i = 0; i < 7; i++) {
            effects[i] /= counts[i] + 10;
        }
        return effects;
    }

    private static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }

    private static Map<LocalDate, Double> only(Map<LocalDate, Double> values, Predicate<LocalDate> wanted) {
        Map<LocalDate, Double> chosen = new TreeMap<>(values);
        chosen.keySet().removeIf(wanted.negate());
        return chosen;
    }
}
