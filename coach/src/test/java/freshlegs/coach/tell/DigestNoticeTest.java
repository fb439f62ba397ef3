package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.tell.Deliveries.Content;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestNoticeTest {
    private static final URI CONSOLE = URI.create("https://legs.example/");
    private static final Delivery DELIVERY =
            new Delivery(1, "digest/2026-11-20/channel:ben1", "DIGEST", "ben", "channel:ben1", "2026-11-20", 1);

    @Test
    void the_worst_comes_first_in_two_lines_each_and_what_is_withdrawn_last() {
        Notice notice = digest(
                told("anna", "GONE", "RED", "Withdrawn.", false),
                told("bea", "AMBER", "AMBER", "Heart rate is up.", true),
                told("cleo", "ILLNESS", "ILLNESS", "Fever.", false));
        assertThat(notice.text()).isEqualTo("""
                2 athletes need a look
                cleo: illness, fatigue suspected.
                Fever.
                bea: amber, fatigue suspected.
                Heart rate is up.
                anna: the alert of fatigue suspected is withdrawn.
                Withdrawn.
                1 was held back until now by your weekly budget of messages.
                https://legs.example/""");
        assertThat(notice.urgent()).isFalse();
        assertThat(notice.json())
                .startsWith("{\"alerts\":[{\"id\":\"cleo-1\"")
                .endsWith("\"day\":\"2026-11-20\",\"heldBack\":1,\"step\":\"DIGEST\"}");
    }

    @Test
    void one_athlete_is_one_however_many_alerts_and_withdrawals_alone_say_so() {
        Content one = told("anna", "AMBER", "AMBER", "Why.", false);
        assertThat(digest(one, one).title()).isEqualTo("1 athlete needs a look");
        assertThat(digest(told("anna", "GONE", "RED", "Gone.", false)).title()).isEqualTo("1 alert is withdrawn");
    }

    @Test
    void a_hundred_alerts_fit_into_one_message_and_the_board_has_the_rest() {
        Notice notice = digest(IntStream.range(0, 100)
                .mapToObj(i -> told("athlete" + i, "AMBER", "AMBER", "x".repeat(500), true))
                .toArray(Content[]::new));
        assertThat(notice.text())
                .hasSizeLessThan(2_000)
                .contains("92 more are on the board.", "100 were held back")
                .endsWith("https://legs.example/");
    }

    private static Notice digest(Content... contents) {
        Sayings english = Sayings.english();
        return new DigestNotice(new AlertNotice(CONSOLE, english), CONSOLE, english)
                .of(DELIVERY, List.of(contents), content -> Reader.anybody(), Instant.EPOCH);
    }

    private static Content told(String athlete, String step, String status, String why, boolean held) {
        return new Content(
                "{\"id\":\"%1$s-1\",\"athlete\":\"%1$s\",\"step\":\"%2$s\",\"status\":\"%3$s\",\"cause\":\"FATIGUE\",\"why\":\"%4$s\"}"
                        .formatted(athlete, step, status, why),
                held);
    }
}
