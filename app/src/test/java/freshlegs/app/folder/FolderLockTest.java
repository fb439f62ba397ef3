package freshlegs.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private final DataFolder folder;

    FolderLockTest(@TempDir Path temporary) {
        folder = new DataFolder(temporary.resolve("data"));
    }

    @Test
    void a_second_comer_is_told_how_to_reach_the_first() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, "run").orElseThrow()) {
            lock.announce(instance());

            assertThat(Claim.forReading(folder, "import")).isEqualTo(new Claim.Theirs(instance()));
            assertThat(FolderLock.holder(folder)).startsWith("`freshlegs run` (process ");
        }
        assertThat(Claim.forReading(folder, "import"))
                .isInstanceOfSatisfying(Claim.Ours.class, ours -> ours.lock().close());
    }

    @Test
    void a_folder_that_a_killed_process_left_is_free_again() {
        folder.prepare();
        instance().write(folder.instance());

        try (FolderLock lock = FolderLock.take(folder, "run").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(folder.instance()).doesNotExist();
        }
    }

    @Test
    void only_the_owner_may_look_into_the_folder_and_at_the_password() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, "run").orElseThrow()) {
            lock.announce(instance());

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.instance())))
                    .isEqualTo("rw-------");
            assertThat(instance().toString()).doesNotContain("secret");
        }
    }

    @Test
    void a_disk_without_room_is_refused_with_what_is_needed() {
        folder.prepare();

        assertThatThrownBy(() -> folder.requireRoom(1L << 40))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("MB are free on the disk of " + folder.root())
                .hasMessageContaining("--data");
    }

    private static Instance instance() {
        return Instance.of(
                "run",
                true,
                KafkaAddress.of("127.0.0.1:9"),
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:8/freshlegs", "freshlegs", "secret"),
                Optional.of(URI.create("http://127.0.0.1:7/")),
                Optional.of(URI.create("http://127.0.0.1:6/")));
    }
}
