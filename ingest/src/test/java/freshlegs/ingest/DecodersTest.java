package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.archive.Packed;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodersTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void files_come_in_their_order_and_no_portion_holds_more_than_there_is_room_for() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            byte[] run = Packed.gzip(AHistory.run(NOW.plusSeconds(i), 120));
            jobs.add(job(i + ".fit.gz", run));
        }
        jobs.add(job("letter", "Dear coach".getBytes(StandardCharsets.UTF_8)));

        List<List<Interpreted>> portions = read(jobs, Limits.STANDARD, 6);

        assertThat(portions).hasSize(5).allSatisfy(portion -> assertThat(portion)
                .hasSize(2));
        assertThat(portions.stream().flatMap(List::stream).map(Interpreted::ticket))
                .containsExactlyElementsOf(jobs.stream().map(Job::ticket).toList());
        assertThat(portions.get(0).get(0).samples()).isEqualTo(3);
    }

    @Test
    void a_table_beyond_its_limit_says_which() throws IOException {
        Job job = job("checkins.csv", "date,fatigue\n".repeat(90_000).getBytes(StandardCharsets.UTF_8));

        List<List<Interpreted>> portions = read(List.of(job), Limits.STANDARD.with(Limit.TABLE_MEGABYTES, 1), 6);

        assertThat(portions.get(0).get(0).problem().orElseThrow()).contains("FRESHLEGS_LIMIT_TABLE_MEGABYTES");
    }

    @Test
    void there_is_a_decoder_for_each_processor_as_far_as_there_is_memory_for_hostile_files() {
        assertThat(Decoders.threads(1, 64L << 20)).isEqualTo(1);
        assertThat(Decoders.threads(2, 64L << 20)).isEqualTo(2);
        assertThat(Decoders.threads(16, 1L << 30)).isEqualTo(4);
        assertThat(Decoders.threads(16, 64L << 30)).isEqualTo(16);
    }

    private List<List<Interpreted>> read(List<Job> jobs, Limits limits, long mostSamples) {
        List<List<Interpreted>> portions = new ArrayList<>();
        Interpreter interpreter = new Interpreter(limits, athlete -> instant -> ZoneOffset.UTC, folder);
        try (Decoders decoders = new Decoders(interpreter, mostSamples)) {
            decoders.read(jobs, portions::add);
        }
        return portions;
    }

    private Job job(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Ticket ticket = new Ticket(
                name,
                AthleteId.of("anna"),
                Route.IMPORT,
                name,
                name,
                content.length,
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Job.of(ticket, file);
    }
}
