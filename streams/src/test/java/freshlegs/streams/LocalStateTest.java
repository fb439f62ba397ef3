package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    private static final Map<String, String> CHANGELOGS = Map.of("facts-changelog", "one", "days-changelog", "two");

    private final LocalState state;
    private final Path store;
    private final Path processId;

    LocalStateTest(@TempDir Path folder) {
        state = new LocalState(folder);
        Path application = folder.resolve(StreamsProperties.APPLICATION);
        store = application.resolve("1_7/rocksdb/facts/CURRENT");
        processId = application.resolve("kafka-streams-process-metadata");
    }

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(store.getParent());
        Files.writeString(store, "rows");
        Files.writeString(processId, "id");
    }

    @Test
    void left_in_order_it_is_kept() {
        state.close(CHANGELOGS);
        state.open(CHANGELOGS);

        assertThat(store).exists();
    }

    @Test
    void a_store_that_has_come_since_takes_nothing_from_the_others() {
        state.close(Map.of("facts-changelog", "one"));
        state.open(CHANGELOGS);

        assertThat(store).exists();
    }

    @Test
    void after_a_crash_it_is_removed_but_not_the_name_under_which_transactions_were_begun() {
        state.close(CHANGELOGS);
        state.open(CHANGELOGS);
        state.open(CHANGELOGS);

        assertThat(store).doesNotExist();
        assertThat(processId).exists();
    }

    @Test
    void a_copy_of_a_changelog_that_was_made_anew_is_removed() {
        state.close(CHANGELOGS);
        state.open(Map.of("facts-changelog", "three", "days-changelog", "two"));

        assertThat(store).doesNotExist();
    }
}
