package freshlegs.app.simulate;

import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenHrvStatus;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.fit.WrittenSleep;
import freshlegs.ingest.fit.WrittenSleep.Level;
import freshlegs.ingest.fit.WrittenSleep.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A labelled squad's row of a night as a watch would have written it: a file for each reading, the night ending at six. */
final class RecordedNight {
    private static final LocalTime WOKE = LocalTime.of(6, 0);
    private static final List<Level> CYCLE = List.of(Level.LIGHT, Level.DEEP, Level.LIGHT, Level.REM);
    private static final int STAGE_MINUTES = 25;
    private static final int SCORE = 80;
    private static final double MINUTES_AN_HOUR = 60;

    private final NightRow row;
    private final WrittenDevice device;
    private final ZonedDateTime woke;

    RecordedNight(Person person, NightRow row, WrittenDevice device) {
        this.row = row;
        this.device = device;
        this.woke = row.date().atTime(WOKE).atZone(person.zone());
    }

    void write(Recorder recorder) throws IOException {
        if (row.restingHeartRate().isPresent()) {
            recorder.keep(row.date(), monitoring(row.restingHeartRate().getAsDouble()));
        }
        if (row.rmssdMs().isPresent()) {
            recorder.keep(row.date(), hrvStatus(row.rmssdMs().getAsDouble()));
        }
        if (row.sleepHours().isPresent()) {
            recorder.keep(row.date(), sleep(row.sleepHours().getAsDouble()));
        }
    }

    private WrittenMonitoring monitoring(double bpm) {
        int whole = (int) Math.round(bpm);
        Instant midnight = row.date().atStartOfDay(woke.getZone()).toInstant();
        Instant at = woke.toInstant().plus(Duration.ofMinutes(12));
        return new WrittenMonitoring(device, midnight, at, woke.getOffset().getTotalSeconds(), whole, whole);
    }

    private WrittenHrvStatus hrvStatus(double milliseconds) {
        Instant asleep = woke.toInstant().minus(Duration.ofHours(7));
        Instant at = woke.toInstant().plus(Duration.ofMinutes(3));
        return new WrittenHrvStatus(
                device, asleep, at, milliseconds, milliseconds, Optional.empty(), List.of(milliseconds));
    }

    private WrittenSleep sleep(double hours) {
        int asleep = (int) Math.round(MINUTES_AN_HOUR * hours);
        Instant from = woke.toInstant().minus(Duration.ofMinutes(asleep));
        List<Stage> stages = new ArrayList<>();
        for (int minute = 0; minute < asleep; minute += STAGE_MINUTES) {
            stages.add(new Stage(from.plus(Duration.ofMinutes(minute)), CYCLE.get(stages.size() % CYCLE.size())));
        }
        return new WrittenSleep(device, stages, woke.toInstant(), SCORE);
    }
}
