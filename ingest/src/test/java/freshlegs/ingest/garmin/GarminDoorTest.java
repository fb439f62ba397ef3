package freshlegs.ingest.garmin;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.remote.AClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarminDoorTest {
    private static final String BODY = "{\"activityFiles\":[]}";

    private final AClock clock = new AClock("2026-06-10T10:00:00Z");
    private final Path data;

    GarminDoorTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void a_notification_is_on_disk_word_for_word_when_it_is_answered() throws IOException, InterruptedException {
        try (AGarminIntake intake = new AGarminIntake(data, Optional.empty(), clock)) {
            assertThat(intake.post(AGarminIntake.KEY, BODY)).isEqualTo(200);
        }

        assertThat(stored()).singleElement().satisfies(file -> {
            assertThat(file).hasContent(BODY);
            assertThat(file.getFileName().toString()).startsWith("20260610T100000000Z-");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        });
    }

    @Test
    void who_does_not_know_the_word_or_names_another_client_is_refused() throws IOException, InterruptedException {
        try (AGarminIntake intake = new AGarminIntake(data, Optional.of("client-1"), clock)) {
            assertThat(intake.post("guess", BODY)).isEqualTo(404);
            assertThat(intake.post(AGarminIntake.KEY, BODY)).isEqualTo(403);
            assertThat(intake.post(AGarminIntake.KEY, BODY, "garmin-client-id", "client-2"))
                    .isEqualTo(403);
            assertThat(stored()).isEmpty();
            assertThat(intake.post(AGarminIntake.KEY, BODY, "garmin-client-id", "client-1"))
                    .isEqualTo(200);
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void more_than_two_megabytes_are_not_taken() throws IOException, InterruptedException {
        try (AGarminIntake intake = new AGarminIntake(data, Optional.empty(), clock)) {
            assertThat(intake.post(AGarminIntake.KEY, "x".repeat((2 << 20) + 1)))
                    .isEqualTo(413);
            assertThat(intake.post(AGarminIntake.KEY, "x".repeat(2 << 20))).isEqualTo(200);
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void only_what_could_not_be_stored_is_answered_with_a_failure() throws IOException, InterruptedException {
        try (AGarminIntake intake = new AGarminIntake(data, Optional.empty(), clock)) {
            Path folder = data.resolve("spool/garmin");
            Path away = Files.move(folder, data.resolve("away"));
            assertThat(intake.post(AGarminIntake.KEY, BODY)).isEqualTo(503);
            Files.move(away, folder);
            assertThat(intake.post(AGarminIntake.KEY, BODY)).isEqualTo(200);
        }
    }

    private List<Path> stored() {
        return GarminFolders.in(GarminFolders.in(data).bodies(), 100);
    }
}
