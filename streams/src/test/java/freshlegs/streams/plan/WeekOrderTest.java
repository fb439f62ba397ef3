package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.result.Prescription;
import freshlegs.streams.SomeFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeekOrderTest {
    private static final SomeFacts ANN = SomeFacts.of("ann");

    @Test
    void days_that_change_places_change_their_sessions_and_nothing_else() {
        List<Prescription> usual = week("1234567");
        List<Prescription> moved = week("1324567");

        assertThat(usual.get(1).planned().hard()).isTrue();
        assertThat(moved.get(2).planned()).isEqualTo(usual.get(1).planned());
        assertThat(moved.get(1).planned()).isEqualTo(usual.get(2).planned());
        assertThat(moved.get(2).adjustment()).isEmpty();
        for (int day : List.of(0, 3, 4, 5, 6)) {
            assertThat(moved.get(day).planned()).isEqualTo(usual.get(day).planned());
        }
    }

    @Test
    void the_next_week_has_its_usual_order_again() {
        List<Prescription> usual = weeks("1234567", 14);
        List<Prescription> moved = weeks("1324567", 14);

        for (int day = 7; day < 14; day++) {
            assertThat(moved.get(day).planned().kind())
                    .isEqualTo(usual.get(day).planned().kind());
        }
    }

    @Test
    void a_hard_day_that_comes_too_close_to_the_next_one_takes_its_place() {
        List<Prescription> moved = weeks("1734562", 14);

        assertThat(moved.get(6).prescribed().hard()).isTrue();
        Prescription tuesday = moved.get(8);
        assertThat(tuesday.planned().hard()).isTrue();
        assertThat(tuesday.prescribed().hard()).isFalse();
        assertThat(tuesday.adjustment().orElseThrow().cause()).isEqualTo(AdjustmentCause.SPACING);
    }

    @Test
    void a_race_and_its_eve_stay_where_they_are() {
        LocalDate monday = APlan.MONDAY.plusWeeks(1);
        LocalDate race = monday.plusDays(5);
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .asked(Wishes.of(Optional.of(ANN.race(APlan.MONDAY, race, 5000)), List.of()))
                .jogs(7)
                .asked(Wishes.NONE);
        List<Prescription> usual = plan.outlook(7);
        List<Prescription> moved = plan.asked(asked(monday, "2165437")).outlook(7);

        assertThat(moved.get(5).planned()).isEqualTo(usual.get(5).planned());
        assertThat(moved.get(4).planned()).isEqualTo(usual.get(4).planned());
        assertThat(moved.get(0).planned().kind())
                .isEqualTo(usual.get(1).planned().kind());
    }

    @Test
    void what_keeps_its_place_keeps_that_of_all_that_would_have_taken_it() {
        LocalDate monday = APlan.MONDAY;
        WeekPlaces order = new WeekPlaces(ANN.ordered(monday, "2314765", 0).days());

        WeekPlaces left = order.without(monday, date -> date.equals(monday.plusDays(2)));

        assertThat(left.order()).isEqualTo(ANN.ordered(monday, "1234765", 0).days());
        assertThat(left.dayOf(monday.plusDays(4))).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(left.dateOf(monday, DayOfWeek.SUNDAY)).isEqualTo(monday.plusDays(4));
    }

    private static List<Prescription> week(String order) {
        return weeks(order, 7);
    }

    private static List<Prescription> weeks(String order, int days) {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7);
        return plan.asked(asked(plan.tomorrow(), order)).outlook(days);
    }

    /** Of the one Monday; every day hears it, and only the Monday listens. */
    private static Wishes asked(LocalDate monday, String order) {
        WeekOrder week = ANN.ordered(monday, order, 0);
        return new Wishes(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(week));
    }
}
