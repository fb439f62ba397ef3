package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.PlannedSession;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workouts on a simulated watch, which takes them in under names of its own, and whose cable may be pulled at any moment. */
class WorkoutSyncTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    private final Path temporary;
    private final WorkoutFile easy = file(1, Workout.plain(Kind.EASY, "Easy", 40, false));
    private final WorkoutFile tempo = file(2, Workout.plain(Kind.TEMPO, "Tempo", 45, true));
    private final WorkoutFile eased = file(2, Workout.plain(Kind.TECHNICAL, "Technical", 35, false));

    WorkoutSyncTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void sessions_are_put_there_once() throws Exception {
        Seen watch = watch("a");

        WorkoutReport first = watch.run(easy, tempo);
        assertThat(first.written()).containsExactly(easy.name() + " (Nov 27 Easy)", tempo.name() + " (Nov 28 Tempo)");
        assertThat(watch.content()).containsEntry("NewFiles/" + easy.name(), easy.sha256());

        WorkoutReport second = watch.run(easy, tempo);
        assertThat(second.written()).isEmpty();
        assertThat(second.kept()).isEqualTo(2);
    }

    @Test
    void a_session_that_changed_replaces_the_one_before_wherever_the_watch_has_it() throws Exception {
        Seen waiting = watch("waiting");
        waiting.run(easy, tempo);
        assertThat(waiting.run(easy, eased).withdrawn()).containsExactly(tempo.name() + " (Nov 28 Tempo)");
        assertThat(waiting.names()).containsExactlyInAnyOrder("NewFiles/" + easy.name(), "NewFiles/" + eased.name());

        Seen taken = watch("taken");
        taken.run(easy, tempo);
        taken.takesIn("WORKOUTS");
        assertThat(taken.run(easy, eased).withdrawn()).containsExactly(tempo.name() + " (Nov 28 Tempo)");
        assertThat(taken.content().values()).containsExactlyInAnyOrder(easy.sha256(), eased.sha256());
    }

    @Test
    void what_is_no_longer_planned_is_taken_back_and_what_cannot_be_found_is_said() throws Exception {
        Seen watch = watch("a");
        watch.run(easy, tempo);
        watch.takesIn("Elsewhere");

        WorkoutReport report = watch.run(easy);

        assertThat(report.withdrawn()).isEmpty();
        assertThat(report.remarks()).singleElement().asString().contains("Nov 28 Tempo", "delete it on the watch");
        assertThat(watch.run(easy).remarks()).isEmpty();
    }

    @Test
    void what_its_wearer_deleted_is_not_put_there_again() throws Exception {
        Seen watch = watch("a");
        watch.run(easy);
        Files.delete(watch.garmin().resolve("NewFiles").resolve(easy.name()));

        assertThat(watch.run(easy).written()).isEmpty();
        assertThat(watch.names()).isEmpty();
    }

    @Test
    void nothing_that_is_not_ours_is_touched() throws Exception {
        Seen watch = watch("a");
        watch.run(easy, tempo);
        Path changed = watch.garmin().resolve("NewFiles").resolve(tempo.name());
        Files.write(changed, new byte[] {1, 2, 3});
        Files.createDirectories(watch.garmin().resolve("WORKOUTS"));
        Files.write(watch.garmin().resolve("WORKOUTS/OWN.FIT"), new byte[] {4});
        Files.write(watch.garmin().resolve("NewFiles/COURSE.FIT"), new byte[] {5});
        Files.write(watch.garmin().resolve("NewFiles").resolve(eased.name()), new byte[] {6});
        Map<String, String> before = watch.content();

        WorkoutReport report = watch.run(eased);

        before.remove("NewFiles/" + easy.name());
        assertThat(watch.content()).isEqualTo(before);
        assertThat(report.written()).isEmpty();
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("another file of that name"));
    }

    @Test
    void a_plan_that_cannot_be_read_takes_nothing_back() throws Exception {
        Seen watch = watch("a");
        watch.run(easy);
        Map<String, String> before = watch.content();

        WorkoutReport report = watch.run(athlete -> new ComingWorkouts.Unknown("not now"), WatchWriter.PLAIN);

        assertThat(report.problem()).contains("not now");
        assertThat(watch.content()).isEqualTo(before);
    }

    @Test
    void only_a_garmin_takes_workouts() throws Exception {
        Seen wahoo = watch("w", Make.WAHOO);
        assertThat(wahoo.run(easy).remarks()).singleElement().asString().contains("only a Garmin");
        assertThat(wahoo.names()).isEmpty();
    }

    @Test
    void a_full_watch_is_said_in_a_clear_sentence() throws Exception {
        Seen watch = watch("a");
        WatchWriter full = new Failing(2, false, "No space left on device");

        assertThat(watch.run(plan(easy), full).problem())
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("there is no room left on the watch"));
        assertThat(watch.run(easy).written()).hasSize(1);
    }

    @Test
    void a_cable_pulled_at_any_moment_leaves_no_half_file_and_the_next_time_mends_it() throws Exception {
        Failing count = new Failing(Integer.MAX_VALUE, false, "");
        Seen whole = watch("whole");
        whole.run(plan(easy, tempo), count);
        whole.run(plan(easy, eased), count);
        assertThat(count.calls).isEqualTo(8);
        Map<String, String> expected = whole.content();

        for (int failing = 1; failing <= count.calls; failing++) {
            for (boolean halfWay : new boolean[] {false, true}) {
                Seen watch = watch(failing + "-" + halfWay);
                Failing pulled = new Failing(failing, halfWay, "pulled out");
                boolean first = watch.run(plan(easy, tempo), pulled).problem().isPresent();
                boolean second = watch.run(plan(easy, eased), pulled).problem().isPresent();
                assertThat(first ^ second).as("told of step %d", failing).isTrue();
                assertThat(watch.content().entrySet().stream()
                                .filter(each -> each.getKey().endsWith(".FIT"))
                                .map(Map.Entry::getValue))
                        .as("whole after step %d", failing)
                        .isSubsetOf(easy.sha256(), tempo.sha256(), eased.sha256());

                assertThat(watch.run(easy, eased).problem()).isEmpty();
                assertThat(watch.content()).as("mended after step %d", failing).isEqualTo(expected);
            }
        }
    }

    private static WorkoutFile file(int day, Workout workout) {
        return WorkoutFile.of(ANNA, new PlannedSession(TODAY.plusDays(day), workout))
                .orElseThrow();
    }

    private static ComingWorkouts plan(WorkoutFile... files) {
        return athlete -> new ComingWorkouts.Found(TODAY, Set.of(), List.of(files));
    }

    private Seen watch(String name) throws IOException {
        return watch(name, Make.GARMIN);
    }

    private Seen watch(String name, Make make) throws IOException {
        Path garmin = Files.createDirectories(temporary.resolve(name).resolve("GARMIN"));
        return new Seen(new PluggedWatch(make, temporary.resolve(name), garmin), temporary.resolve(name + "-data"));
    }

    /** A watch and what we remember of it. */
    private record Seen(PluggedWatch watch, Path data) {
        Path garmin() {
            return watch.folder();
        }

        WorkoutReport run(WorkoutFile... files) throws IOException {
            return run(plan(files), WatchWriter.PLAIN);
        }

        WorkoutReport run(ComingWorkouts plan, WatchWriter writer) throws IOException {
            try (Watches watches = Watches.hold(data)) {
                WatchSync.Seen seen =
                        new WatchSync.Seen(watch, WatchListing.of(watch), new WatchIdentity("34561234", "Forerunner"));
                if (watches.ownerOf(seen.identity()).isEmpty()) {
                    watches.give(seen.identity(), ANNA, Instant.EPOCH);
                }
                return new WorkoutSync(watches, plan, WatchReader.PLAIN, writer).run(seen);
            }
        }

        /** What a watch does with its new files once the cable is out. */
        void takesIn(String folder) throws IOException {
            Path store = Files.createDirectories(garmin().resolve(folder));
            int number = 0;
            try (Stream<Path> files = Files.list(garmin().resolve("NewFiles"))) {
                for (Path file : files.sorted().toList()) {
                    Files.move(file, store.resolve("5C" + number++ + ".fit"));
                }
            }
        }

        Map<String, String> content() throws IOException {
            Map<String, String> content = new TreeMap<>();
            try (Stream<Path> files = Files.walk(garmin())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    content.put(garmin().relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)));
                }
            }
            return content;
        }

        Iterable<String> names() throws IOException {
            return content().keySet();
        }
    }

    /** Fails at one step, before anything is done or half-way through it. */
    private static final class Failing implements WatchWriter {
        private final int failing;
        private final boolean halfWay;
        private final String message;
        private int calls;

        Failing(int failing, boolean halfWay, String message) {
            this.failing = failing;
            this.halfWay = halfWay;
            this.message = message;
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            step(() -> PLAIN.createFolder(folder));
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            if (++calls == failing) {
                Files.write(file, java.util.Arrays.copyOf(content, halfWay ? content.length / 2 : 0));
                throw new IOException(message);
            }
            PLAIN.write(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step(() -> PLAIN.rename(from, to));
        }

        @Override
        public void delete(Path file) throws IOException {
            step(() -> PLAIN.delete(file));
        }

        private void step(Step step) throws IOException {
            boolean fails = ++calls == failing;
            if (!fails || halfWay) {
                step.run();
            }
            if (fails) {
                throw new IOException(message);
            }
        }

        private interface Step {
            void run() throws IOException;
        }
    }
}
