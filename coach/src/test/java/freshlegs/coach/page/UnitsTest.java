package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void metres_become_kilometres_or_miles() {
        assertThat(Units.METRIC.distance(10_240.5)).isEqualTo("10.2 km");
        assertThat(Units.IMPERIAL.distance(16_093.44)).isEqualTo("10.0 mi");
    }

    @Test
    void a_pace_of_five_minutes_a_kilometre_is_one_of_eight_minutes_three_a_mile() {
        assertThat(Units.METRIC.pace(300)).isEqualTo("5:00");
        assertThat(Units.IMPERIAL.pace(300)).isEqualTo("8:03");
    }

    @Test
    void repeats_on_the_track_stay_in_metres() {
        assertThat(Units.IMPERIAL.stretch(400)).isEqualTo("400 m");
        assertThat(Units.IMPERIAL.stretch(2000)).isEqualTo("2 km");
        assertThat(Units.IMPERIAL.stretch(8000)).isEqualTo("5.0 mi");
        assertThat(Units.METRIC.stretch(8000)).isEqualTo("8 km");
    }

    @Test
    void water_freezes_at_thirty_two_and_a_run_at_27_degrees_is_one_at_81() {
        assertThat(Units.IMPERIAL.temperature(0)).isEqualTo("32 °F");
        assertThat(Units.IMPERIAL.temperature(27)).isEqualTo("81 °F");
        assertThat(Units.METRIC.temperature(-3.2)).isEqualTo("−3 °C");
    }

    @Test
    void what_was_said_in_metric_units_is_said_in_others_and_names_of_races_stay() {
        String said = "46.2 km in 5 runs at 5:00 to 5:30 /km, two of them in 27 °C; the 5 km race comes.";
        assertThat(Units.IMPERIAL.prose(said))
                .isEqualTo("28.7 mi in 5 runs at 8:03 to 8:51 /mi, two of them in 81 °F; the 5 km race comes.");
        assertThat(Units.METRIC.prose(said)).isEqualTo(said);
    }
}
