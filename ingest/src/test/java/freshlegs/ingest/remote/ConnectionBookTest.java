package freshlegs.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBookTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-12");

    private final Path data;
    private final ConnectionBook book;

    ConnectionBookTest(@TempDir Path data) {
        this.data = data;
        this.book = ConnectionBook.in(data);
    }

    @Test
    void connecting_again_replaces_and_removing_removes() {
        book.put(Connection.intervals(ANNA, new Secret("old"), DAY, NOW));
        book.put(Connection.intervals(ANNA, new Secret("new"), DAY, NOW));
        book.put(Connection.garmin(ANNA, "user-1", NOW));
        book.put(Connection.garmin(BEA, "user-1", NOW));

        assertThat(book.of(Service.INTERVALS))
                .extracting(Connection::key)
                .containsExactly(Optional.of(new Secret("new")));
        assertThat(book.athleteOf("user-1")).contains(BEA);
        assertThat(book.remove(ANNA, Optional.empty())).hasSize(1);
        assertThat(book.all()).extracting(Connection::athlete).containsExactly(BEA);
    }

    @Test
    void nobody_but_the_owner_can_read_it_and_nothing_prints_a_key() throws IOException {
        book.put(Connection.intervals(ANNA, new Secret("k3y-of-anna"), DAY, NOW));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("connections.json"))))
                .isEqualTo("rw-------");
        assertThat(book.all()).hasToString(book.all().toString()).asString().doesNotContain("k3y-of-anna");
        assertThat(data.resolve("connections.json")).content().contains("k3y-of-anna");
    }

    @Test
    void a_broken_file_is_said_without_what_is_in_it() throws IOException {
        Files.writeString(data.resolve("connections.json"), "{\"connections\":[{\"key\":\"k3y\" broken");

        assertThatThrownBy(book::all)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("connections.json cannot be read: mend it")
                .hasNoCause();
    }

    @Test
    void changes_at_the_same_time_are_all_kept() {
        IntStream.range(0, 40).parallel().forEach(i -> ConnectionBook.in(data)
                .put(Connection.garmin(AthleteId.of("a" + i), "u" + i, NOW)));

        assertThat(book.all()).hasSize(40);
    }
}
