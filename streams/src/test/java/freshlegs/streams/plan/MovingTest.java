package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.streams.plan.Moving.Day;
import freshlegs.streams.plan.Moving.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four weeks from a Monday on: h is a hard run, e an easy one, R a race, a an easy run while away, i an issued one, - no run. */
class MovingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    @ParameterizedTest(name = "{0}: {1} to {2} is {3}")
    @CsvSource({
        "-eeiiee-h-eaee-h-ee-e, 8, 9, ",
        "-eeiiee-h-eaee-h-ee-e, 8, 10, ",
        "-eeiiee-h-eaee-h-ee-e, 8, 12, ",
        "-eeiiee-h-eaee-h-ee-e, 10, 12, ",
        "-eeiiee-h-eaee-h-ee-e, 8, 13, hard-days-apart",
        "-eeiiee-h-eaee-h-ee-e, 13, 8, hard-days-apart",
        "-eeiieh-h-eaee-h-ee-e, 8, 7, hard-days-apart",
        "-eeiiee-h-eaeh-h-ee-e, 8, 10, ",
        "-eeiiee-h-eaeh-h-ee-e, 8, 11, away",
        "-eeiiee-h-eaee-h-ee-e, 8, 15, same-week",
        "-eeiiee-h-eaee-h-ee-e, 8, 8, same-week",
        "-eeiiee-h-eaee-h-ee-e, 7, 8, a-run",
        "-eeiiee-h-eaee-h-ee-e, 2, 5, issued",
        "-eeiiie-h-eaee-h-ee-e, 6, 5, issued",
        "-eeiiee-h-eaee-h-ee-e, 22, 24, told",
        "-eeiiee-h-eeeR-h-ee-e, 10, 12, race",
        "-eeiiee-h-eeeR-e-ee-e, 18, 15, race",
        "-eeiiee-h-eeeR-e-ee-e, 8, 11, fresh",
        "-eeiiee-h-eeeR-e-ee-e, 8, 10, ",
    })
    void what_the_plan_would_undo_is_refused_by_its_rule(String days, int from, int to, String rule) {
        Moving moving = new Moving(
                IntStream.range(0, days.length())
                        .mapToObj(i -> day(days.charAt(i), MONDAY.plusDays(i)))
                        .toList(),
                THURSDAY);

        assertThat(moving.refusal(MONDAY.plusDays(from), MONDAY.plusDays(to)).map(Refusal::rule))
                .isEqualTo(Optional.ofNullable(rule));
    }

    private static Day day(char kind, LocalDate date) {
        return new Day(date, kind != '-', kind == 'h' || kind == 'R', kind == 'i', kind == 'R', kind == 'a');
    }
}
