package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.decode.Zones;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClocksAndDaysTest {
    private static final Zones BERLIN =
            instant -> ZoneId.of("Europe/Berlin").getRules().getOffset(instant);
    private static final long DAY = Duration.ofDays(1).toSeconds();

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void a_run_across_midnight_belongs_to_the_day_on_which_it_began() throws IOException {
        Instant start = Instant.parse("2026-05-04T21:50:00Z");

        Recording recording = recording(start, OptionalLong.of(7200), LongStream.range(0, 1200));

        assertThat(recording.localDate()).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(recording.samples().size()).isEqualTo(1200);
    }

    @Test
    void a_run_across_a_clock_change_belongs_to_the_day_of_its_start_by_the_clock_of_its_start() throws IOException {
        // In Berlin clocks go from 03:00 back to 02:00 at 01:00 UTC on that Sunday.
        Instant start = Instant.parse("2026-10-24T21:59:00Z");

        Recording byZone = recording(start, OptionalLong.empty(), LongStream.range(0, 14_400));
        Recording byWatch = recording(start, OptionalLong.of(3600), LongStream.range(0, 14_400));

        assertThat(byZone.localDate()).isEqualTo(LocalDate.parse("2026-10-24"));
        assertThat(byZone.utcOffsetSeconds()).isEqualTo(7200);
        assertThat(byZone.samples().secondsFromStart().at(14_399)).isEqualTo(14_399);
        assertThat(byWatch.start()).isEqualTo(start);
        assertThat(byWatch.localDate()).isEqualTo(LocalDate.parse("2026-10-24"));
    }

    @Test
    void an_offset_that_no_place_on_earth_has_is_ignored() throws IOException {
        Instant start = Instant.parse("2026-05-04T22:30:00Z");

        assertThat(recording(start, OptionalLong.of(16 * 3600), LongStream.range(0, 10))
                        .utcOffsetSeconds())
                .isEqualTo(7200);
        assertThat(recording(start, OptionalLong.of(-15 * 3600), LongStream.range(0, 10))
                        .localDate())
                .isEqualTo(LocalDate.parse("2026-05-04"));
    }

    @Test
    void a_clock_that_begins_in_1989_and_is_set_later_costs_only_its_own_rows() throws IOException {
        Instant start = Instant.parse("2026-05-04T05:30:00Z");
        long longAgo =
                Duration.between(start, Instant.parse("1989-12-31T00:00:07Z")).toSeconds();

        Recording recording =
                recording(start, OptionalLong.of(7200), LongStream.of(longAgo, longAgo + 1, 2, 3, 4, 5, 6));

        assertThat(recording.start()).isEqualTo(start);
        assertThat(recording.samples().secondsFromStart()).isEqualTo(Column.of(2, 3, 4, 5, 6));
    }

    @Test
    void one_row_twenty_days_ahead_is_left_out_and_shifts_no_other() throws IOException {
        Instant start = Instant.parse("2026-05-04T05:30:00Z");

        Recording recording = recording(
                start,
                OptionalLong.of(7200),
                LongStream.concat(LongStream.of(0, 1, 2, 20 * DAY), LongStream.range(4, 20)));

        assertThat(recording.start()).isEqualTo(start);
        assertThat(recording.localDate()).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(recording.samples().size()).isEqualTo(19);
        assertThat(recording.samples().secondsFromStart().slice(0, 5)).isEqualTo(Column.of(0, 1, 2, 4, 5));
        assertThat(recording.summary().elapsedSeconds()).isEqualTo(19);
    }

    @Test
    void a_clock_that_jumps_in_the_middle_loses_neither_half() throws IOException {
        Instant start = Instant.parse("2026-05-04T05:30:00Z");

        Recording recording = recording(
                start,
                OptionalLong.of(7200),
                LongStream.concat(LongStream.range(0, 10), LongStream.range(20 * DAY, 20 * DAY + 10)));

        assertThat(recording.start()).isEqualTo(start);
        assertThat(recording.samples().size()).isEqualTo(20);
    }

    @Test
    void a_watch_that_lives_in_1989_or_in_the_future_keeps_its_date() throws IOException {
        assertThat(recording(Instant.parse("1989-12-31T10:00:00Z"), OptionalLong.empty(), LongStream.range(0, 10))
                        .localDate())
                .isEqualTo(LocalDate.parse("1989-12-31"));
        assertThat(recording(Instant.parse("2061-02-03T10:00:00Z"), OptionalLong.empty(), LongStream.range(0, 10))
                        .localDate())
                .isEqualTo(LocalDate.parse("2061-02-03"));
    }

    private Recording recording(Instant start, OptionalLong offset, LongStream seconds) throws IOException {
        List<Mesg> messages = new ArrayList<>();
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        messages.add(id);
        seconds.forEach(second -> {
            RecordMesg record = new RecordMesg();
            record.setTimestamp(new DateTime(start.plusSeconds(second)));
            record.setDistance(1f);
            messages.add(record);
        });
        SessionMesg session = new SessionMesg();
        session.setStartTime(new DateTime(start));
        session.setSport(Sport.RUNNING);
        messages.add(session);
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(new DateTime(start));
        offset.ifPresent(s -> activity.setLocalTimestamp(new DateTime(start).getTimestamp() + s));
        messages.add(activity);
        Path path = Files.write(folder.resolve("x.fit"), AFitFile.of(messages.toArray(Mesg[]::new)));
        Origin origin = new Origin(AthleteId.of("anna"), Instant.parse("2026-05-05T08:00:00Z"), BERLIN);
        Decoded decoded = new FitDecoder().decode(path, origin);
        return ((Decoded.Contents) decoded).recordings().get(0);
    }
}
