package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.service.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each disk in its turn is filled to the last byte while a season streams in, and freed again. */
@Tag("faults")
class FullDiskTest {
    private static final Logger LOG = LoggerFactory.getLogger(FullDiskTest.class);
    private static final Duration FULL = Duration.ofSeconds(Integer.getInteger("freshlegs.full", 30));
    private static final Duration AFTER_ROOM = Duration.ofSeconds(60);

    /** Whose disk, under the site's folder. */
    enum Disk {
        INBOX_AND_SPOOL("ingest", 256),
        STATE("streams", 1024),
        BROKER("kafka", 2048),
        DATABASE("postgres", 1024);

        private final String folder;
        private final int mebibytes;

        Disk(String folder, int mebibytes) {
            this.folder = folder;
            this.mebibytes = mebibytes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(Disk which, @TempDir Path folder)
            throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        try (ASmallDisk disk = ASmallDisk.at(site.resolve(which.folder), which.mebibytes);
                Endurance endurance = Endurance.begin(folder)) {
            endurance.during(5, FULL.plus(AFTER_ROOM).plusSeconds(30), (season, gaps) -> {
                disk.fill();
                Thread.sleep(FULL.toMillis());
                disk.free();
                long freed = System.nanoTime();
                Duration next = gaps.awaitNext(freed, Endurance.PATIENCE);
                Duration all = endurance.awaitCaughtUp(season);
                LOG.info(
                        "{} full for {} s: next row {} ms after there was room, caught up {} ms later",
                        which,
                        FULL.toSeconds(),
                        next.toMillis(),
                        all.toMillis());
                for (Part part : Part.values()) {
                    LOG.info(
                            "{} ended by itself {} times",
                            part,
                            endurance.part(part).endedByItself());
                }
                Gaps.judge(List.of(next), AFTER_ROOM);
            });
            assertThat(endurance.part(Part.COACH).isAlive()).isTrue();
        }
    }
}
