package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonDayTest {

    @Test
    void a_day_survives_its_way_through_the_store() {
        SeasonDay day = Season.next(
                List.of(), DayFacts.none(AthleteId.of("ann"), LocalDate.of(2026, 3, 1), false), Rules.published());

        assertThat(Json.read(Json.write(day), SeasonDay.class)).isEqualTo(day);
    }
}
