package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import freshlegs.warehouse.Warehouse;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void while_the_database_is_away_pages_say_what_is_stale_and_recover_by_themselves() {
        try (TestDatabase database = TestDatabase.withSquad();
                ACoach coach = ACoach.lookingAt(database)) {
            coach.get("/");
            database.goAway();

            HttpResponse<String> seenBefore = coach.get("/");
            assertThat(seenBefore.statusCode()).isEqualTo(503);
            assertThat(ACoach.textOf(seenBefore.body()))
                    .contains("The database does not answer. What you see was read just now")
                    .contains("may be out of date")
                    .contains("anna");
            HttpResponse<String> neverSeen = coach.get("/athletes/anna");
            assertThat(neverSeen.statusCode()).isEqualTo(503);
            assertThat(ACoach.textOf(neverSeen.body()))
                    .contains("Nothing to show just now The database does not answer. Nothing is lost")
                    .doesNotContain("Exception", "SQL");
            assertThat(coach.get("/healthz").statusCode()).isEqualTo(503);
            assertThat(coach.get("/api/v1/squad").statusCode()).isEqualTo(503);

            database.comeBack();
            await().until(() -> coach.get("/").statusCode() == 200);
            assertThat(coach.text("/athletes/anna")).contains("Amber").doesNotContain("Not up to date");
        }
    }

    @Test
    void a_database_without_tables_is_told_from_one_that_is_away() {
        try (TestDatabase database = TestDatabase.unmigrated();
                ACoach coach = ACoach.lookingAt(database)) {
            HttpResponse<String> early = coach.get("/");
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(ACoach.textOf(early.body())).contains("has not laid out its tables there yet");
            Warehouse.migrate(database.address());
            assertThat(coach.text("/")).contains("No athletes yet");
        }
    }
}
