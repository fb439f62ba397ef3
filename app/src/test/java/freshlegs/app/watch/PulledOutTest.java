package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch that is pulled out at any moment leaves nothing half-done, and everything comes once the next time. */
class PulledOutTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final List<String> FILES =
            List.of("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit", "GARMIN/Monitor/c.fit", "GARMIN/Sleep/d.fit");

    private final Path temporary;

    PulledOutTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void at_every_single_read_whether_it_comes_back_or_not() throws Exception {
        PluggedWatch watch = watch();
        Counting whole = new Counting(Integer.MAX_VALUE, false);
        Map<String, String> expected = synced(watch, temporary.resolve("whole"), whole);
        assertThat(expected).hasSize(FILES.size());
        assertThat(whole.calls).isGreaterThan(10);

        for (int failing = 1; failing <= whole.calls; failing++) {
            for (boolean forGood : new boolean[] {false, true}) {
                Path data = temporary.resolve("data-" + failing + "-" + forGood);
                attempt(watch, data, new Counting(failing, forGood));
                assertThat(left(data)).as("half-done at read %d", failing).isEmpty();
                assertThat(expected.entrySet())
                        .as("whole at read %d", failing)
                        .containsAll(inbox(data).entrySet());

                assertThat(synced(watch, data, new Counting(Integer.MAX_VALUE, false)))
                        .as("after read %d", failing)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void files_without_size_or_time_are_told_apart_by_their_content() throws Exception {
        PluggedWatch watch = watch();
        Path data = temporary.resolve("data");
        try (Watches watches = Watches.hold(data)) {
            assertThat(blind(watch, watches, data).handedOver()).hasSize(4);
            WatchReport again = blind(watch, watches, data);
            assertThat(again.handedOver()).isEmpty();
            assertThat(again.known()).isEqualTo(4);
            Files.write(watch.folder().resolve("Sleep/d.fit"), new byte[] {1, 2, 3});
            assertThat(blind(watch, watches, data).handedOver()).containsExactly("Sleep/d.fit");
        }
        assertThat(inbox(data)).hasSize(5);
    }

    @Test
    void a_clock_that_shifts_all_times_brings_nothing_again() throws Exception {
        PluggedWatch watch = watch();
        Path data = temporary.resolve("data");
        synced(watch, data, WatchReader.PLAIN);
        for (String file : FILES) {
            Path path = watch.storage().resolve(file);
            Files.setLastModifiedTime(
                    path,
                    java.nio.file.attribute.FileTime.from(
                            Files.getLastModifiedTime(path).toInstant().plusSeconds(3600)));
        }

        try (Watches watches = Watches.hold(data)) {
            WatchReport report = sync(watch, watches, data, WatchReader.PLAIN);
            assertThat(report.known()).isEqualTo(4);
            assertThat(report.handedOver()).isEmpty();
        }
    }

    @Test
    void other_content_under_a_name_that_is_taken_comes_beside_it() throws Exception {
        PluggedWatch watch = watch();
        Path data = temporary.resolve("data");
        synced(watch, data, WatchReader.PLAIN);
        AWatch.garmin(watch.storage(), 34561234).with("GARMIN/Monitor/c.fit", new byte[] {1});

        assertThat(synced(watch, data, WatchReader.PLAIN).keySet())
                .hasSize(5)
                .contains("anna/watch-1234/Monitor/c.fit")
                .anyMatch(name -> name.matches("anna/watch-1234/Monitor/c-[0-9a-f]{8}\\.fit"));
    }

    @Test
    void what_a_crash_left_unfinished_is_removed() throws Exception {
        PluggedWatch watch = watch();
        Path data = temporary.resolve("data");
        Path folder = Files.createDirectories(data.resolve("inbox/anna/watch-1234/Activity"));
        Files.writeString(folder.resolve(".freshlegs-watch-old.tmp"), "half");

        synced(watch, data, WatchReader.PLAIN);

        assertThat(left(data)).isEmpty();
    }

    private PluggedWatch watch() throws IOException {
        AWatch watch = AWatch.garmin(temporary.resolve("GARMIN"), 34561234);
        watch.describedAs("GARMIN/GarminDevice.xml", "Forerunner 265").withFit(FILES.toArray(String[]::new));
        return new PluggedWatch(Make.GARMIN, watch.storage(), watch.storage().resolve("GARMIN"));
    }

    private static WatchReport blind(PluggedWatch watch, Watches watches, Path data) throws Exception {
        WatchListing seen = WatchListing.of(watch);
        WatchListing blind = new WatchListing(
                seen.files().stream()
                        .map(file -> new WatchFile(file.path(), file.relative(), 0, 0))
                        .toList(),
                List.of());
        WatchIdentity identity = WatchIdentity.of(watch, blind, WatchReader.PLAIN);
        if (watches.ownerOf(identity).isEmpty()) {
            watches.give(identity, ANNA, Instant.EPOCH);
        }
        return new WatchSync(watches, new InboxDestination(data), WatchReader.PLAIN, Limits.STANDARD)
                .run(new WatchSync.Seen(watch, blind, identity), (done, all) -> {});
    }

    private static void attempt(PluggedWatch watch, Path data, WatchReader reader) throws Exception {
        try (Watches watches = Watches.hold(data)) {
            WatchReport report = sync(watch, watches, data, reader);
            assertThat(report.isComplete()).isFalse();
        } catch (IOException e) {
            assertThat(e).hasMessage("pulled out");
        }
    }

    private static Map<String, String> synced(PluggedWatch watch, Path data, WatchReader reader) throws Exception {
        try (Watches watches = Watches.hold(data)) {
            assertThat(sync(watch, watches, data, reader).isComplete()).isTrue();
        }
        return inbox(data);
    }

    private static WatchReport sync(PluggedWatch watch, Watches watches, Path data, WatchReader reader)
            throws Exception {
        WatchSync.Seen seen = WatchSync.see(watch, reader);
        if (watches.ownerOf(seen.identity()).isEmpty()) {
            watches.give(seen.identity(), ANNA, Instant.EPOCH);
        }
        return new WatchSync(watches, new InboxDestination(data), reader, Limits.STANDARD).run(seen, (done, all) -> {});
    }

    private static Map<String, String> inbox(Path data) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : files(data)) {
            files.put(
                    data.resolve("inbox").relativize(file).toString(),
                    freshlegs.model.ContentHash.of(Files.readAllBytes(file)));
        }
        return files;
    }

    private static List<Path> left(Path data) throws IOException {
        return files(data).stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith("."))
                .toList();
    }

    private static List<Path> files(Path data) throws IOException {
        if (!Files.exists(data.resolve("inbox"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data.resolve("inbox"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Counts opens, reads and closes, and fails at one of them, or from it on. */
    private static final class Counting implements WatchReader {
        private final int failing;
        private final boolean forGood;
        private int calls;

        Counting(int failing, boolean forGood) {
            this.failing = failing;
            this.forGood = forGood;
        }

        @Override
        public InputStream open(Path path) throws IOException {
            count();
            return new FilterInputStream(PLAIN.open(path)) {
                @Override
                public int read() throws IOException {
                    count();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    count();
                    return super.read(bytes, offset, Math.min(length, 100));
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    count();
                }
            };
        }

        private void count() throws IOException {
            calls++;
            if (calls == failing || (forGood && calls > failing)) {
                throw new IOException("pulled out");
            }
        }
    }
}
