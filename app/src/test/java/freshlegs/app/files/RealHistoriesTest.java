package freshlegs.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The detector over real histories, end to end: whoever changes what it says of them reads the alert against its runs first. */
class RealHistoriesTest {
    private static final Path REAL = Path.of(System.getProperty("freshlegs.root"), "../shared/fit");

    @ParameterizedTest
    @CsvSource({
        "history-a history-a-crosstraining,  128, 0,  2021-12-02, 2022-08-31",
        "history-b-intervals history-b-coros, 18, 0,  2025-06-26, 2026-05-28",
        "wellness,                           197, 61, 2017-02-11, 2021-06-16"
    })
    void nobody_is_alarmed_by_a_history_in_which_too_little_is_known(
            String folders, int files, int setAside, String from, String to) throws IOException {
        assumeTrue(Files.isDirectory(REAL), "no real watch files beside the source tree");
        List<Path> all = Stream.of(folders.split(" ")).map(REAL::resolve).toList();

        FileHistory history = FileHistory.of(
                folders,
                all,
                new FileFacts(AthleteId.of("a"), ZoneId.of("UTC"), Instant.parse("2026-11-25T00:00:00Z")));

        assertThat(history.files()).isEqualTo(files);
        assertThat(history.setAside()).isEqualTo(setAside);
        assertThat(history.days().get(0).date()).isEqualTo(from);
        assertThat(history.days().get(history.days().size() - 1).date()).isEqualTo(to);
        assertThat(history.known(Domain.Name.SUBJECTIVE)).isZero();
        assertThat(history.episodes()).as(() -> report(history)).isEmpty();
        assertThat(history.days(Status.GREEN)).as("days called calm").isZero();
    }

    private static String report(FileHistory history) {
        return new HistoriesReport(List.of(history)).text();
    }
}
