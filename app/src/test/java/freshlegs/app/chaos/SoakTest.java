package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.service.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A long time of steady work with 256 MB of heap for each part. Longer: {@code -Dfreshlegs.soak=3600}, in seconds. */
@Tag("faults")
class SoakTest {
    private static final Logger LOG = LoggerFactory.getLogger(SoakTest.class);
    private static final Duration SOAK = Duration.ofSeconds(Integer.getInteger("freshlegs.soak", 1800));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** The whole heap is there from the beginning, so that what is resident grows by what Java does not account for alone. */
    private static final Map<String, String> WHOLE_HEAP = Map.of("JAVA_TOOL_OPTIONS", "-Xms256m -XX:+AlwaysPreTouch");

    /** Of its mean in the second third of the time, what it may be in the last one. */
    private static final double FLAT = 1.1;

    private final Endurance endurance;
    private final Map<Part, List<Vitals>> seen = new EnumMap<>(Part.class);

    SoakTest(@TempDir Path folder) throws Exception {
        assumeTrue(Vitals.canBeTaken(), "what a process holds is read from /proc");
        endurance = Endurance.begin(folder, WHOLE_HEAP);
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @Test
    void memory_threads_and_file_handles_stay_flat_under_steady_work() throws Exception {
        endurance.during(21, SOAK.plusSeconds(60), (season, gaps) -> {
            long end = System.nanoTime() + SOAK.toNanos();
            while (System.nanoTime() < end) {
                look();
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            LOG.info("{} files in {} s", season.dropped(), SOAK.toSeconds());
        });
        endurance.assertNoPartEndedByItself();
        for (Part part : Part.values()) {
            assertFlat(part, "kilobytes resident", Vitals::residentKilobytes);
            assertFlat(part, "kilobytes live on the heap", Vitals::liveKilobytes);
            assertFlat(part, "threads", Vitals::threads);
            assertFlat(part, "file handles", Vitals::handles);
        }
    }

    private void look() throws IOException {
        for (Part part : Part.values()) {
            seen.computeIfAbsent(part, each -> new ArrayList<>())
                    .add(Vitals.of(endurance.part(part).pid()));
        }
    }

    private void assertFlat(Part part, String what, ToLongFunction<Vitals> of) {
        List<Vitals> all = Objects.requireNonNull(seen.get(part));
        int third = all.size() / 3;
        double middle = mean(all.subList(third, 2 * third), of);
        double last = mean(all.subList(2 * third, all.size()), of);
        LOG.info("{}: {} {} in the second third, {} in the last", part, Math.round(middle), what, Math.round(last));
        assertThat(last).as(part + ": " + what).isLessThan(middle * FLAT);
    }

    private static double mean(List<Vitals> all, ToLongFunction<Vitals> of) {
        return all.stream().mapToLong(of).average().orElseThrow();
    }
}
