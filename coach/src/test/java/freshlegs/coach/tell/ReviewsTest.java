package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.Notice;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewsTest {
    private final TestDatabase database = TestDatabase.withSquad();
    private final Shares shares = new Shares(database.database(), ACoach.THAT_EVENING);
    private final Reviews reviews =
            new Reviews(database.database(), shares, ZoneId.of("Europe/Berlin"), URI.create("https://legs.example/"));

    @AfterEach
    void close() {
        database.close();
    }

    private Account somebody(String login, Role role, String... athletes) {
        Account account = ASignedInVisitor.account(database, login);
        for (String athlete : athletes) {
            shares.grant(AthleteId.of(athlete), account.id(), role, "test");
        }
        new Channels(database.database(), ACoach.THAT_EVENING)
                .add(account.id(), "https://example.org/in", known -> Optional.empty());
        return account;
    }

    @Test
    void it_is_due_for_a_day_from_the_hour_of_the_accounts_own_day_on() {
        Account ben = somebody("ben", Role.COACH, "anna");
        somebody("vic", Role.VIEWER, "anna");
        Instant monday = Instant.parse("2026-11-23T06:00:00Z");
        assertThat(reviews.due(monday.minusSeconds(1))).isEmpty();
        assertThat(reviews.due(monday))
                .containsExactly(new Occasion.Due(
                        "review/" + ben.id() + "/2026-W47", ben.id(), "2026-W47", monday.plus(Duration.ofDays(1))));
        assertThat(reviews.due(monday.plus(Duration.ofHours(24)).minusSeconds(1)))
                .hasSize(1);
        assertThat(reviews.due(monday.plus(Duration.ofHours(24)))).isEmpty();

        database.run("insert into access.manners values ('" + ben.id()
                + "', 'America/New_York', '20:00', '21:00', '07:00', 10, 'SUNDAY')");
        assertThat(reviews.due(Instant.parse("2026-11-23T01:00:00Z")))
                .as("Sunday evening in New York is about the week that ends")
                .singleElement()
                .extracting(Occasion.Due::subject)
                .isEqualTo("2026-W47");
        assertThat(reviews.due(Instant.parse("2026-11-23T00:59:59Z"))).isEmpty();
    }

    @Test
    void it_tells_of_those_who_are_coached_the_worst_first() {
        Account ben = somebody("ben", Role.COACH, "anna", "ben", "carla");
        shares.grant(AthleteId.of("hanna"), ben.id(), Role.VIEWER, "test");
        Notice notice = reviews.words(ben.id(), "2026-W47", "key", Instant.parse("2026-11-23T06:00:00Z"))
                .orElseThrow();
        assertThat(notice.title()).isEqualTo("Week of Mon 16 Nov to Sun 22 Nov 2026: 1 red, 1 amber, 1 green");
        assertThat(notice.lines()).hasSize(3);
        assertThat(notice.lines().get(0)).startsWith("carla: Red,").contains("1 alert not judged.");
        assertThat(notice.lines().toString()).doesNotContain("hanna");
        assertThat(notice.link()).contains(URI.create("https://legs.example/review?week=2026-W47"));
        assertThat(notice.json()).contains("\"step\":\"REVIEW\"");
    }

    @Test
    void whoever_coaches_nobody_any_more_is_not_told() {
        Account ben = somebody("ben", Role.COACH, "anna");
        shares.revoke(AthleteId.of("anna"), ben.id(), "test");
        assertThat(reviews.words(ben.id(), "2026-W47", "key", Instant.parse("2026-11-23T06:00:00Z")))
                .isEmpty();
        assertThat(reviews.due(Instant.parse("2026-11-23T06:00:00Z"))).isEmpty();
    }
}
