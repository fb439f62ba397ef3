package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.ABrowser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Files arrive while the board is open; what they raise is read and decided about. */
record AnAlertComes(People people) {
    private static final String ROW = "#at-" + ATHLETE;
    private static final String ROWS =
            "return [...document.querySelectorAll('tr[data-key]')].map(row => row.dataset.key)";

    private static final String WHY = "A bad night, and he feels fine.";

    /** What is done meanwhile brings the alert. */
    interface Meanwhile {
        void happens() throws Exception;
    }

    void showsOnTheOpenBoard(Meanwhile files) throws Exception {
        AVisit coach = people.coach().go("/");
        ABrowser board = coach.browser();
        board.awaitText("Live");
        coach.look("07-board-before");
        coach.go("/");
        board.awaitText("Live");
        assertThat(coach.transferred()).as("bytes of the first page").isBetween(1, AVisit.SMALL);
        List<String> order = board.ask(ROWS);
        assertThat(board.<Boolean>ask("return document.querySelector('" + ROW + " [data-alert]') === null"))
                .isTrue();
        board.ask("window.opened = 'before'; document.querySelector('#at-anna .name').focus()");
        files.happens();
        board.awaitTrue("document.querySelector('" + ROW + " [data-alert]')");
        assertThat(board.<String>ask("return window.opened + document.activeElement.closest('tr').id"))
                .isEqualTo("beforeat-anna");
        assertThat(board.<List<String>>ask(ROWS)).isEqualTo(order);
        assertThat(coach.shift()).as("layout shift").isZero();
        board.awaitText("Sort again");
        coach.look("08-alert-arrived");
        board.focus("#at-anna .name");
        board.type("r");
        assertThat(board.<List<String>>ask(ROWS).indexOf(ATHLETE)).isLessThan(order.indexOf(ATHLETE));
        board.ask("document.activeElement.blur()");
        coach.look("09-board");
    }

    /** The page says what the command line says, and every number that it rests on. */
    String isReadWithItsEvidence() {
        ABrowser page = people.coach().browser();
        page.follow(ROW + " [data-alert]");
        String id = people.coach().path().substring("/episodes/".length());
        JsonNode told = people.site().run("alerts", "--id", id, "--json").json().path(0);
        assertThat(page.text()).contains(told.path("why").asText());
        int votes = 0;
        for (JsonNode domain : told.path("domains")) {
            votes += domain.path("votes").asBoolean() ? 1 : 0;
            if (domain.path("value").isNumber()) {
                assertThat(page.text()).contains(shown(domain));
            }
        }
        assertThat(votes).isGreaterThanOrEqualTo(2);
        assertThat(page.<Number>ask("return document.querySelectorAll('.evidence tr.votes .spark').length")
                        .intValue())
                .isEqualTo(votes);
        page.press("[aria-labelledby=facts] summary");
        assertThat(page.<List<String>>ask(
                        "return [...document.querySelectorAll('.facts td.path')].map(c => c.textContent)"))
                .hasSize(told.path("grounds").size())
                .anyMatch(from -> from.contains(".FIT"));
        people.coach().look("10-alert");
        return id;
    }

    private static String shown(JsonNode domain) {
        boolean narrow = domain.path("spread").asDouble(1) < 1;
        return String.format(
                Locale.ROOT, narrow ? "%.2f" : "%.1f", domain.path("value").asDouble());
    }

    void isDecidedAbout(String alert) {
        AVisit coach = people.coach();
        ABrowser page = coach.browser();
        String address = "/episodes/" + alert;
        coach.find(address, "proposed").type(".decide[open] [name=reason]", WHY);
        page.follow(".decide[open] [value=keep]");
        coach.find(address, "kept as planned", WHY);
        page.follow(".decide[open] [value=undo]");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            coach.go(address);
            assertThat(page.<String>ask("return document.querySelector('.decide[open]').closest('article').innerText"))
                    .contains("proposed")
                    .doesNotContain("kept");
        });
        page.follow(".decide[open] [value=accept]");
        coach.find(address, "Accepted by the coach").look("11-accepted");
        coach.find("/athletes/" + ATHLETE + "/plan", "What changed and why", "Accepted by the coach");
        coach.look("12-plan-changed");
    }
}
