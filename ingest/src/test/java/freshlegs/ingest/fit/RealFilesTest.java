package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFilesTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("real"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.ofHours(1));

    /** Sums and units are the watch's own; the manifest rounds to three decimals and we keep two of a distance. */
    private static final double ROUNDING = 0.006;

    @Test
    void every_file_gives_what_the_manifest_lists_or_a_plain_reason() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (RealFiles.Listed listed : RealFiles.all()) {
            Decoded decoded = new FitDecoder().decode(listed.path(), ORIGIN);
            outcomes.merge(decoded.getClass().getSimpleName(), 1, Integer::sum);
            if (decoded instanceof Decoded.Contents contents) {
                assertThat(listed.decodes()).as(listed.name()).isTrue();
                check(listed, contents);
            } else {
                String reason = ((Decoded.Problem) decoded).reason();
                boolean empty = reason.startsWith("nothing to import");
                assertThat(empty).as(listed.name() + ": " + reason).isEqualTo(listed.decodes());
            }
        }
        assertThat(outcomes).isEqualTo(Map.of("Contents", 342, "Problem", 74));
    }

    private static void check(RealFiles.Listed listed, Decoded.Contents contents) {
        if (listed.text("sport").isEmpty()) {
            return;
        }
        Recording first = contents.recordings().get(0);
        listed.number("timer_s").ifPresent(seconds -> assertThat(first.summary().timerSeconds())
                .as(listed.name())
                .isCloseTo(seconds, within(ROUNDING)));
        listed.number("distance_m")
                .ifPresent(metres -> assertThat(first.summary().distanceMetres().orElseThrow())
                        .as(listed.name())
                        .isCloseTo(metres, within(ROUNDING)));
        // A mean of zero is the watch's way of saying that it had no sensor.
        listed.number("avg_hr")
                .ifPresent(bpm -> assertThat(first.summary().meanHeartRateBpm().orElse(0))
                        .as(listed.name())
                        .isEqualTo((int) bpm));
        int samples =
                contents.recordings().stream().mapToInt(r -> r.samples().size()).sum();
        listed.number("samples")
                .ifPresent(
                        count -> assertThat((double) samples).as(listed.name()).isEqualTo(count));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dtcooper--nick.fit|wrong checksum: the file was damaged on its way",
                "eikek--610464_bad_crc.fit|wrong checksum in its header: the file was damaged on its way",
                "eikek--610464_no_defmsg.fit|damaged: missing message definition for local message number 0",
                "meistermeier--raw_run.fit|wrong checksum: the file was damaged on its way",
                "muktihari--valid_only_contain_fileid.fit|nothing to import: an activity without session or samples",
                "tormoder--activity-activity-filecrc.fit|wrong checksum: the file was damaged on its way",
                "tormoder--activity-filecrc.fit|wrong checksum: the file was damaged on its way",
                "tormoder--activity-settings-corruptheader.fit|damaged: something that is not FIT follows after 771",
                "tormoder--activity-unexpected-eof.fit|cut short: the file says 771 bytes, 768 are there",
            })
    void a_corrupt_file_says_what_is_wrong_with_it(String name, String reason) {
        Decoded decoded = new FitDecoder().decode(RealFiles.file("corrupt/" + name), ORIGIN);

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Problem.class, problem -> assertThat(problem.reason())
                .startsWith(reason));
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

    private static List<Recording> recordings(String name) {
        return ((Decoded.Contents) new FitDecoder().decode(RealFiles.file(name), ORIGIN)).recordings();
    }

    private static List<Reading> readings(String name) {
        return ((Decoded.Contents) new FitDecoder().decode(RealFiles.file(name), ORIGIN)).readings();
    }
}
