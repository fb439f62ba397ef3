package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.output.Query;
import freshlegs.app.service.DueSessions;
import freshlegs.app.service.Part;
import freshlegs.app.service.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts apart on a site, as people meet them: by inbox, command line and tables. */
final class AtWork {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final String TO_BE_TOLD = """
            select concat_ws(' ', channel, step, state, created_at) from ledger.outbox where state in ('PENDING', 'SENDING')
            """;

    private final ASite site;
    private @Nullable Connection kept;

    AtWork(ASite site) {
        this.site = site;
    }

    /** Until an athlete added by the command line has reached the tables, and so has a plan. */
    void begin() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(data().resolve("instance.json")).exists());
        run("athlete", "add", "anna", "--zone", "UTC");
        run(APlanOfMonths.create("anna", LocalDate.now(ZoneOffset.UTC)));
    }

    /** A command beside the intake, which must not fail; what it said. */
    String run(Object... words) {
        ACommand.Ran ran = ACommand.of(site.environment(data()), words).run();
        assertThat(ran.code()).as(ran.said()).isZero();
        return ran.said();
    }

    /** Until nothing is left to be done: each file of the season has its outcome, nobody is still to be told of anything. */
    void settle(AStreamingSeason season) throws Exception {
        await().atMost(PATIENCE).pollInterval(LOOK).untilAsserted(() -> assertThat(outcomes())
                .as(() -> waiting() + " files wait for being read")
                .containsAll(season.paths()));
        // Whoever issues today's sessions looks for them only now and then.
        await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> Rest.await(site.kafka(), site.database(), PATIENCE)
                        && DueSessions.at(Instant.now(), site.database()).isEmpty());
        assertThat(Rest.await(site.kafka(), site.database(), PATIENCE)).isTrue();
        assertThat(outcomes()).isEqualTo(season.paths());
        assertThat(column("select 1 from freshlegs.file_outcome where outcome = 'duplicate'"))
                .hasSize((int) season.twice());
        await().atMost(PATIENCE).pollInterval(LOOK).untilAsserted(() -> assertThat(column(TO_BE_TOLD))
                .isEmpty());
    }

    /** The paths of those files from the inbox that have an outcome. */
    List<String> outcomes() throws SQLException {
        return column("select path from freshlegs.file_outcome where path like 'inbox/%' order by path collate \"C\"");
    }

    /** How many files were taken over that wait for being read. */
    long waiting() {
        try (Stream<Path> tickets = Files.list(data().resolve("spool/pending"))) {
            return tickets.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return site.folder().resolve(Part.INGEST.command());
    }

    Path inbox() {
        return data().resolve("inbox");
    }

    /** Over one connection until the database ends: to open another costs more than to ask. */
    synchronized List<String> column(String select) throws SQLException {
        if (kept != null) {
            try {
                return Tables.column(kept, select);
            } catch (SQLException e) {
                kept.close();
            }
        }
        kept = Query.connect(site.database());
        return Tables.column(kept, select);
    }
}
