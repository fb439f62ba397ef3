package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.streams.rule.Rules;
import org.junit.jupiter.api.Test;

class RivalsTest {
    @Test
    void five_beats_above_the_mean_of_four_weeks_is_an_alarm_and_less_is_none() {
        ALabelledAthlete athlete = steady(30).night(30, 54.9, 60).night(31, 57, 60);

        Alarms alarms = Rivals.restingHeartRate(History.of(athlete.athlete(), Rules.published()));

        assertThat(alarms.days().stream()).containsExactly(31);
    }

    @Test
    void without_fourteen_nights_nothing_is_above_them() {
        Alarms alarms =
                Rivals.restingHeartRate(History.of(steady(13).night(13, 70, 60).athlete(), Rules.published()));

        assertThat(alarms.days().isEmpty()).isTrue();
    }

    @Test
    void a_week_of_higher_or_lower_variability_leaves_the_band() {
        ALabelledAthlete athlete = new ALabelledAthlete();
        for (int day = 0; day < 60; day++) {
            athlete.night(day, 50, day % 2 == 0 ? 55 : 65);
        }
        for (int day = 60; day < 67; day++) {
            athlete.night(day, 50, 80);
        }

        Alarms alarms = Rivals.hrv(History.of(athlete.athlete(), Rules.published()));

        assertThat(alarms.standsOn(59)).isFalse();
        assertThat(alarms.standsOn(66)).isTrue();
    }

    @Test
    void a_week_of_twice_the_load_is_above_one_and_a_half() {
        ALabelledAthlete athlete = new ALabelledAthlete();
        for (int day = 0; day < 36; day++) {
            athlete.easyRun(day, 20, 3, 140);
            if (day >= 28) {
                athlete.easyRun(day, 20, 3, 140).easyRun(day, 20, 3, 140);
            }
        }

        Alarms alarms = Rivals.acuteChronic(History.of(athlete.athlete(), Rules.published()));

        assertThat(alarms.standsOn(28)).isFalse();
        assertThat(alarms.standsOn(35)).isTrue();
    }

    @Test
    void a_young_season_has_no_form_and_one_flag_needs_a_baseline() {
        History history = History.of(steady(30).night(30, 90, 20).athlete(), Rules.published());

        assertThat(Rivals.form(history).days().isEmpty()).isTrue();
        assertThat(Rivals.singleFlag(History.of(steady(10).athlete(), Rules.published()))
                        .days()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_jump_of_many_days_is_a_single_flag() {
        ALabelledAthlete athlete = steady(60);
        for (int day = 60; day < 66; day++) {
            athlete.night(day, 56, 60);
        }

        assertThat(Rivals.singleFlag(History.of(athlete.athlete(), Rules.published()))
                        .standsOn(65))
                .isTrue();
    }

    /** Nights of 49 and 51 bpm in turn. */
    private static ALabelledAthlete steady(int days) {
        ALabelledAthlete athlete = new ALabelledAthlete();
        for (int day = 0; day < days; day++) {
            athlete.night(day, day % 2 == 0 ? 49 : 51, 60);
        }
        return athlete;
    }
}
