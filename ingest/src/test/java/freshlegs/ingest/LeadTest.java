package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadTest {
    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path data;

    @Test
    void one_leads_and_another_does_as_soon_as_it_has_ended() {
        List<String> begun = new CopyOnWriteArrayList<>();
        Lead one = Lead.of(data);
        try (Lead other = Lead.of(data)) {
            one.whenTaken(() -> begun.add("one"));
            other.whenTaken(() -> begun.add("other's first"));
            other.whenTaken(() -> begun.add("other's second"));
            assertThat(begun).containsExactly("one");
            assertThat(other.isHeld()).isFalse();

            one.close();

            await().atMost(Duration.ofSeconds(30)).until(other::isHeld);
            assertThat(begun).containsExactly("one", "other's first", "other's second");
        }
        assertThat(Workers.in(data).areLed()).isFalse();
    }

    @Test
    void a_name_is_free_again_once_its_worker_has_ended_and_nothing_of_it_is_left() throws Exception {
        SpoolFolders.in(data).create();
        try (Workplace place = Workplace.take(data, "a")) {
            assertThat(Workers.in(data).atWork()).containsExactly("a");
            assertThat(place.unpacked()).isDirectory();
            assertThat(place.spool()).isEqualTo(Workplace.spoolId(data)).hasSize(8);
        }

        assertThat(Workers.in(data).atWork()).isEmpty();
        assertThat(data.resolve("spool/unpacked")).isEmptyDirectory();
    }
}
