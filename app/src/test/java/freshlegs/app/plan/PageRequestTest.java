package freshlegs.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import freshlegs.coach.PlanWish;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private static PlanWish wish(String distance, String on, String target, String time, String ran, String days) {
        return new PlanWish(
                "race", distance, on, target, "5K", time, ran, List.of(days.split(" ")), "Sun", "review-first");
    }

    @Test
    void the_fields_of_a_page_become_a_request() {
        PlanRequest request =
                PageRequest.of(wish("10K", "2027-04-10", "44:30", "22:30", "2026-11-15", "Tue Thu Sun"), TODAY);

        assertThat(request.goal().metres()).isEqualTo(10_000);
        assertThat(request.event()).isEqualTo(Goal.Event.RACE);
        assertThat(request.goal().date()).isEqualTo("2027-04-10");
        assertThat(request.target()).hasValue(2670);
        assertThat(request.baseline().orElseThrow().seconds()).hasValue(1350);
        assertThat(request.days()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY);
        assertThat(request.mode()).isEqualTo(PlanTerms.Mode.REVIEW_FIRST);
        assertThat(request.from()).isEqualTo(TODAY);
        assertThat(PageRequest.of(wish("5000 m", "2027-04-10", "", "", "", "Tue Thu Sun"), TODAY)
                        .baseline())
                .isEmpty();
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource({
        "'', 2027-04-10, '', '', '', Tue Thu Sun, needs a distance",
        "5K, '', '', '', '', Tue Thu Sun, needs a day",
        "5K, 2026-04-10, '', '', '', Tue Thu Sun, name one that lies ahead",
        "far, 2027-04-10, '', '', '', Tue Thu Sun, The distance of a goal must be one such as",
        "5K, 2027-04-10, fast, '', '', Tue Thu Sun, The time hoped for must be a time such as",
        "5K, 2027-04-10, '', 22:30, '', Tue Thu Sun, needs its day",
        "5K, 2027-04-10, '', '', 2026-11-15, Tue Thu Sun, needs its time",
        "5K, 2027-04-10, '', '', '', Tue Sun, at least 3 training days",
        "5K, 2027-04-10, '', '', '', Mon Tue Thu, is not one of the training days"
    })
    void what_makes_no_sense_is_answered_with_one_sentence(
            String distance, String on, String target, String time, String ran, String days, String sentence) {
        assertThatThrownBy(() -> PageRequest.of(wish(distance, on, target, time, ran, days), TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }
}
