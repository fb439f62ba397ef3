package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.ingest.http.OutcomeLookup;
import freshlegs.ingest.http.Refusal;
import freshlegs.ingest.http.UploadDesk;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawnTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");
    private static final AtomicLong NANOS = new AtomicLong();

    private final Path data;
    private final Spool spool;
    private final Withdrawn withdrawn;

    WithdrawnTest(@TempDir Path data) {
        this.data = data;
        this.spool =
                Spool.at(data, Limits.STANDARD, Clock.fixed(Instant.parse("2026-06-10T10:00:00Z"), ZoneOffset.UTC));
        this.withdrawn = Withdrawn.in(data);
    }

    @Test
    void nothing_is_taken_of_who_has_withdrawn_until_she_agrees_again() throws IOException {
        assertThat(withdrawn.are(List.of(ANNA))).isTrue();
        assertThat(withdrawn.are(List.of(ANNA))).isFalse();

        assertThat(handed(ANNA)).isEqualTo(new Acceptance.Refused(Withdrawn.REASON));
        assertThat(handed(BEA)).isInstanceOf(Acceptance.Accepted.class);
        try (Stream<Path> files = Files.walk(data.resolve("spool/withdrawn"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith("anna"));
        }
        withdrawn.are(List.of());
        assertThat(handed(ANNA)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void a_file_in_her_inbox_waits_there_until_she_agrees_again() throws IOException {
        withdrawn.are(List.of(ANNA));
        Path run = Files.createDirectories(data.resolve("inbox/anna")).resolve("run.fit");
        Files.writeString(run, "a run");
        Inbox inbox = new Inbox(data, spool, Duration.ZERO, NANOS::get);
        look(inbox);

        assertThat(spool.pendingIds()).isEmpty();
        withdrawn.are(List.of());
        look(inbox);

        assertThat(spool.pendingIds()).hasSize(1);
        assertThat(run).exists();
    }

    @Test
    void whoever_uploads_is_told_that_it_is_forbidden_and_why() {
        withdrawn.are(List.of(ANNA));
        UploadDesk desk = new UploadDesk(spool, OutcomeLookup.nowhere(), Limits.STANDARD);

        assertThatThrownBy(() -> desk.take(ANNA, "run.fit", content("a run")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(403);
                    assertThat(refusal.sentence()).isEqualTo(Withdrawn.REASON);
                });
    }

    private static void look(Inbox inbox) {
        for (int look = 0; look < 4; look++) {
            NANOS.addAndGet(Inbox.PATIENCE.toNanos());
            inbox.poll();
        }
    }

    private Acceptance handed(AthleteId athlete) {
        return spool.accept(Offer.of(athlete, Route.UPLOAD, "upload/a.fit"), content(athlete + "'s"));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
