package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ABrowser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** A plan made from the guide by its form, and moved about on its calendar. */
record APlanOnThePage(People people) {
    private static final String FIRST_THAT_MAY_BE_A_DAY_LATER = """
            const later = day => new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);
            return [...document.querySelectorAll('[data-from]')].find(held => held.dataset.from > '%s'
                && [...held.querySelector('form.move').elements.to.options]
                    .some(option => option.value === later(held.dataset.from))).dataset.from;
            """;
    private static final String PAGE = "/athletes/" + ATHLETE + "/plan";

    void isCreatedFromTheGuide() {
        AVisit coach = people.coach().go(PAGE);
        ABrowser page = coach.browser();
        page.ask("document.querySelector('details:has(.plan-form)').open = true");
        assertThat(page.<String>ask("return document.querySelector('#distance').value"))
                .isEqualTo("5K");
        coach.type("#target", "21:30").type("#baseline-time", "22:10");
        choose(
                "#on",
                people.site()
                        .today()
                        .plusWeeks(12)
                        .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                        .toString());
        choose("#baseline-on", people.site().today().minusDays(12).toString());
        choose("#long-run", "Sun");
        for (String day : List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")) {
            page.ask("document.querySelector('[name=days][value=" + day + "]').checked = "
                    + List.of("Tue", "Thu", "Sat", "Sun").contains(day));
        }
        page.ask("document.querySelector('[name=mode][value=review-first]').checked = true");
        coach.look("06-plan-form");
        page.follow(".plan-form .buttons button");
        coach.find(PAGE, "5 km race", "hoped for in 21:30", "Changes are proposed first");
        assertThat(page.text()).doesNotContain("Create a plan");
    }

    private void choose(String field, String value) {
        people.coach().browser().ask("document.querySelector('" + field + "').value = '" + value + "'");
    }

    /** Onto the next day, which the page offers; into another week is refused by the name of the rule. */
    void isMovedWithinItsRules() {
        LocalDate today = people.site().today();
        String calendar = "/athletes/" + ATHLETE + "/calendar?month=" + YearMonth.from(today.plusWeeks(1));
        AVisit coach = people.coach().go(calendar);
        ABrowser page = coach.browser();
        LocalDate run = LocalDate.parse(page.ask(FIRST_THAT_MAY_BE_A_DAY_LATER.formatted(today)));
        boolean isNextWeekShown = page.ask("return Boolean(document.querySelector('" + day(run.plusWeeks(1)) + "'))");
        LocalDate elsewhere = isNextWeekShown ? run.plusWeeks(1) : run.minusWeeks(1);
        String before = page.ask("return " + title(run.plusDays(1)));
        page.drag(day(run) + " .held", day(elsewhere));
        page.awaitText("Not done.", "(rule same-week)");
        coach.forgive("422");
        coach.look("13-refused-move");
        page.drag(day(run) + " .held", day(run.plusDays(1)));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            coach.go(calendar);
            assertThat(page.<String>ask("return " + title(run.plusDays(1)))).isNotEqualTo(before);
            assertThat(page.text()).contains("moved from");
        });
        assertThat(page.text()).contains("moved from", "days changed places");
        coach.look("13-calendar");
    }

    private static String title(LocalDate date) {
        return "document.querySelector('" + day(date) + " .what').firstChild.textContent.trim()";
    }

    private static String day(LocalDate date) {
        return "#day-" + date;
    }
}
