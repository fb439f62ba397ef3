package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFilesTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("real"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.ofHours(1));

    private static final double DISTANCE_AND_DURATION = 0.01;
    private static final double HEART_RATE = 0.03;

    /** What differs from the manifest and why, by the beginning of the content's hash. */
    private static final Map<String, String> EXPLAINED =
            Map.of("76146df951fb", "its only sample has no time, and a sample without time is none");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private static List<Read> read;

    private record Read(RealFiles.Listed listed, Decoded decoded) {}

    private static synchronized List<Read> all() {
        if (read == null) {
            read = RealFiles.all().stream()
                    .map(listed -> new Read(listed, new FitDecoder().decode(listed.path(), ORIGIN)))
                    .toList();
        }
        return read;
    }

    @Test
    void every_file_is_read_is_salvaged_or_says_why_not() {
        for (Read read : all()) {
            RealFiles.Listed listed = read.listed();
            Decoded decoded = read.decoded();
            if (decoded instanceof Decoded.Contents contents) {
                assertThat(contents.salvage().isEmpty()).as(listed.name()).isEqualTo(listed.decodes());
            } else {
                String reason = ((Decoded.Problem) decoded).reason();
                boolean empty = reason.startsWith("nothing to import");
                assertThat(empty).as(listed.name() + ": " + reason).isEqualTo(listed.decodes());
            }
        }
    }

    @Test
    void every_whole_file_agrees_with_the_manifest_but_for_what_is_explained() {
        Map<String, List<String>> different = new TreeMap<>();
        for (Read read : all()) {
            RealFiles.Listed listed = read.listed();
            Decoded decoded = read.decoded();
            if (listed.decodes() && decoded instanceof Decoded.Contents contents) {
                List<String> differences = differences(listed, contents.recordings());
                if (!differences.isEmpty()) {
                    different.put(listed.text("sha256").substring(0, 12), differences);
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXPLAINED.keySet());
    }

    private static List<String> differences(RealFiles.Listed listed, List<Recording> recordings) {
        List<String> differences = new ArrayList<>();
        double samples = recordings.stream().mapToInt(r -> r.samples().size()).sum();
        compare(listed, "samples", samples, 0, differences);
        if (!recordings.isEmpty()) {
            // Where a file has several sessions the manifest tells of the first.
            Recording.Summary first = recordings.get(0).summary();
            compare(listed, "timer_s", first.timerSeconds(), DISTANCE_AND_DURATION, differences);
            compare(listed, "distance_m", first.distanceMetres().orElse(-1), DISTANCE_AND_DURATION, differences);
            // A mean of zero is the watch's way of saying that it had no sensor.
            compare(listed, "avg_hr", first.meanHeartRateBpm().orElse(0), HEART_RATE, differences);
        }
        return differences;
    }

    private static void compare(
            RealFiles.Listed listed, String column, double found, double share, List<String> differences) {
        double expected = listed.number(column).orElse(found);
        if (Math.abs(found - expected) > share * Math.abs(expected)) {
            differences.add(listed.name() + " differs in " + column);
        }
    }

    @Test
    void a_real_run_cut_short_is_still_the_run_that_it_was() throws IOException {
        Path cut = folder.resolve("cut.fit");
        int runs = 0;
        for (Read read : all()) {
            String name = read.listed().name();
            // Other makes write the sport at the end.
            if (name.startsWith("history-a/") || name.startsWith("history-b-intervals/")) {
                byte[] whole = Files.readAllBytes(read.listed().path());
                Files.write(cut, Arrays.copyOf(whole, whole.length * 7 / 10));
                Recording before =
                        ((Decoded.Contents) read.decoded()).recordings().get(0);
                Recording after = recordings(cut).get(0);
                assertThat(after.source().salvage()).as(name).isPresent();
                assertThat(after.source().fileId())
                        .as(name)
                        .isEqualTo(before.source().fileId());
                assertThat(after.factId()).as(name).isEqualTo(before.factId());
                assertThat(after.samples().size())
                        .as(name)
                        .isBetween(1, before.samples().size());
                runs++;
            }
        }
        assertThat(runs).isGreaterThan(100);
    }

    @Test
    void every_content_has_the_outcome_that_the_golden_table_says() throws IOException {
        Map<String, String> golden = new TreeMap<>();
        for (String line : lines("real-outcomes.tsv")) {
            String[] cells = line.split("\t", -1);
            golden.put(cells[0], cells[1]);
        }
        Map<String, String> found = new TreeMap<>();
        for (Read read : all()) {
            RealFiles.Listed listed = read.listed();
            Decoded decoded = read.decoded();
            found.put(listed.text("sha256"), outcome(decoded));
        }
        assertThat(found).isEqualTo(golden);
    }

    private static String outcome(Decoded decoded) {
        if (decoded instanceof Decoded.Contents contents) {
            return contents.salvage().isPresent() ? "salvaged" : "contents";
        }
        return "problem";
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(RealFilesTest.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dtcooper--nick.fit|wrong checksum: the file was damaged on its way|99",
                "eikek--610464_bad_crc.fit|wrong checksum in its header: the file was damaged on its way|100",
                "meistermeier--raw_run.fit|wrong checksum: the file was damaged on its way|100",
                "tormoder--activity-activity-filecrc.fit|wrong checksum: the file was damaged on its way|100",
                "tormoder--activity-filecrc.fit|wrong checksum: the file was damaged on its way|100",
                "tormoder--activity-settings-corruptheader.fit"
                        + "|damaged: something that is not FIT follows after 771 bytes|100",
                "tormoder--activity-unexpected-eof.fit|cut short: the file says 771 bytes, 768 are there|97",
            })
    void a_damaged_file_is_read_as_far_as_it_goes(String name, String reason, int percentRead) {
        Decoded.Contents contents =
                (Decoded.Contents) new FitDecoder().decode(RealFiles.file("corrupt/" + name), ORIGIN);

        Salvage salvage = new Salvage(reason, percentRead);
        assertThat(contents.salvage()).contains(salvage);
        assertThat(contents.recordings()).isNotEmpty().allSatisfy(recording -> {
            assertThat(recording.source().salvage()).contains(salvage);
            assertThat(recording.samples().size()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eikek--610464_no_defmsg.fit|damaged after 41 bytes: missing message definition for local message number 0,"
                        + " and nothing usable precedes the break",
                "muktihari--valid_only_contain_fileid.fit|nothing to import: an activity without session or samples",
            })
    void a_file_without_anything_usable_says_what_is_wrong_with_it(String name, String reason) {
        assertThat(new FitDecoder().decode(RealFiles.file("corrupt/" + name), ORIGIN))
                .isEqualTo(new Decoded.Problem(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "formats/tormoder--Settings.fit,a settings file",
        "formats/eikek--workout.fit,a planned workout",
        "formats/eikek--segment.fit,a segment file",
        "wellness/2018-07-28--23104060944.fit,a metrics file",
        "wellness/2021-06-16--95766065870_SLEEP_DATA.fit,a sleep file that shows no sleep",
    })
    void a_whole_file_of_no_use_says_what_it_is(String name, String kind) {
        assertThat(new FitDecoder().decode(RealFiles.file(name), ORIGIN))
                .isEqualTo(new Decoded.Problem("nothing to import: " + kind));
    }

    @ParameterizedTest
    @CsvSource({
        "formats/eikek--file54.fit,32,7400",
        "formats/MaksVasilev--Fenix3-Swim-with-HRM-Tri-1285021986.fit,16,560",
        "formats/polyvertex--event_timestamp.fit,0,4370",
    })
    void beats_that_a_strap_stored_fill_the_samples(String name, int before, int atLeast) {
        Recording recording = recordings(name).get(0);

        Column bpm = recording.samples().heartRateBpm();
        int present = 0;
        long sum = 0;
        for (int i = 0; i < bpm.size(); i++) {
            if (bpm.has(i)) {
                present++;
                sum += bpm.at(i);
            }
        }
        assertThat(present).isGreaterThan(before).isGreaterThanOrEqualTo(atLeast);
        assertThat(recording.heartRateSource()).isEqualTo(HeartRateSource.STRAP);
        // The watch leaves rests at the pool's edge out of its mean, and weighs beats where we weigh samples.
        assertThat((double) sum / present)
                .isCloseTo(recording.summary().meanHeartRateBpm().orElseThrow(), within(5.0));
    }

    @Test
    void summaries_first_or_last_give_the_same_recordings() {
        List<Recording> first = recordings("formats/muktihari--triathlon_summary_first.fit");
        List<Recording> last = recordings("formats/muktihari--triathlon_summary_last.fit");

        assertThat(first)
                .hasSize(5)
                .extracting(Recording::factId)
                .isEqualTo(last.stream().map(Recording::factId).toList());
        assertThat(first)
                .extracting(r -> r.samples().size())
                .isEqualTo(last.stream().map(r -> r.samples().size()).toList());
    }

    @Test
    void a_night_before_midnight_belongs_to_the_local_day_that_the_watch_says() {
        assertThat(recordings("history-b-coros/0ab095969fc047d890e1c32e2a5092a9.fit"))
                .extracting(Recording::localDate)
                .containsExactly(LocalDate.parse("2025-07-02"));
    }

    @Test
    void an_impossible_local_time_leaves_the_athletes_zone_in_force() {
        assertThat(recordings("formats/tormoder--0134902991.fit"))
                .extracting(Recording::utcOffsetSeconds)
                .containsExactly(3600);
    }

    @Test
    void the_resting_heart_rate_is_the_days_own_and_not_the_seven_day_mean() {
        assertThat(readings("wellness/2017-05-29--11939419852_WELLNESS.fit"))
                .singleElement()
                .isInstanceOfSatisfying(Reading.RestingHeartRate.class, reading -> {
                    assertThat(reading.bpm()).isEqualTo(43);
                    assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2017-05-29"));
                });
    }

    @Test
    void laps_of_even_length_are_automatic_where_the_watch_does_not_say() {
        assertThat(recordings("history-b-coros/0ab095969fc047d890e1c32e2a5092a9.fit")
                        .get(0)
                        .laps())
                .hasSize(9)
                .allMatch(lap -> lap.autoLap());
        assertThat(recordings("history-b-coros/39f0aea7474a4b5fa5a1abdd8dddba4c.fit")
                        .get(0)
                        .laps())
                .hasSize(15)
                .noneMatch(lap -> lap.autoLap());
    }

    @ParameterizedTest
    @CsvSource({
        // Named in the list of devices: a strap, the wrist, and a strap that the watch prefers to its own sensor.
        "formats/MaksVasilev--Fenix3-Run-1321421020.fit,STRAP",
        "formats/fgebhart--run_with_coordinates.fit,WRIST",
        "formats/diegoscarabelli--12345678_ACTIVITY_19983039914_2025-08-07T12_00_00Z.fit,STRAP",
        // A watch of before 2014 lists neither sensors nor straps, other makes list nothing.
        "formats/tormoder--activity-small-fenix2-run.fit,UNKNOWN",
        "history-b-coros/0ab095969fc047d890e1c32e2a5092a9.fit,UNKNOWN",
        // No heart rate, no sensor.
        "formats/fgebhart--2019-09-18-16-02-35.fit,UNKNOWN",
    })
    void the_heart_rates_source_is_what_the_list_of_devices_says(String name, HeartRateSource source) {
        assertThat(recordings(name)).extracting(Recording::heartRateSource).containsExactly(source);
    }

    @Test
    void splits_stand_for_laps_that_do_not_tell_work_from_rest() {
        assertThat(recordings("formats/jimmykane--garmin-stamina.fit").get(0).laps())
                .extracting(Lap::intensity)
                .contains(Lap.Intensity.WARMUP, Lap.Intensity.INTERVAL, Lap.Intensity.RECOVERY, Lap.Intensity.COOLDOWN)
                .hasSize(11);
    }

    @Test
    void a_lap_takes_its_intensity_from_its_workout_step() {
        assertThat(recordings("formats/stadelmanma--hrv-activity.fit").get(0).laps())
                .extracting(Lap::intensity)
                .contains(Lap.Intensity.WARMUP, Lap.Intensity.ACTIVE, Lap.Intensity.RECOVERY);
    }

    @Test
    void what_the_watch_believes_of_its_wearer_is_plausible_or_not_said() {
        assertThat(all().stream()
                        .filter(read -> read.listed().decodes())
                        .map(Read::decoded)
                        .filter(Decoded.Contents.class::isInstance)
                        .flatMap(decoded -> ((Decoded.Contents) decoded).recordings().stream())
                        .map(Recording::watchProfile)
                        .filter(profile -> profile.restingHeartRateBpm().isPresent()
                                && profile.maximalHeartRateBpm().isPresent()))
                .isNotEmpty()
                .allSatisfy(profile -> {
                    assertThat(profile.restingHeartRateBpm().orElseThrow()).isBetween(25, 120);
                    assertThat(profile.maximalHeartRateBpm().orElseThrow()).isBetween(100, 230);
                });
    }

    @Test
    void messages_that_nobody_documents_are_counted() {
        assertThat(((Decoded.Contents)
                                new FitDecoder().decode(RealFiles.file("formats/eikek--fenix5_run_421.fit"), ORIGIN))
                        .unknownMessages())
                .isPositive();
    }

    private static List<Recording> recordings(String name) {
        return recordings(RealFiles.file(name));
    }

    private static List<Recording> recordings(Path path) {
        return ((Decoded.Contents) new FitDecoder().decode(path, ORIGIN)).recordings();
    }

    private static List<Reading> readings(String name) {
        return ((Decoded.Contents) new FitDecoder().decode(RealFiles.file(name), ORIGIN)).readings();
    }
}
