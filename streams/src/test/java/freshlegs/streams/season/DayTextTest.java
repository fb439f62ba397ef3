package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
    @Test
    void every_day_is_read_as_it_was_spelled() {
        for (long day = -800_000; day < 3_500_000; day += 13) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(DayText.parse(date.toString())).isEqualTo(date);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "off-clock",
                "2026-02-29",
                "2026-13-01",
                "2026-1-011",
                "2026-0a-01",
                "٢٠٢٦-01-01",
                "2026/01/01"
            })
    void what_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> DayText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
