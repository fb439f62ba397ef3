package freshlegs.ingest.fit;

import com.garmin.fit.HrvStatusSummaryMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MonitoringHrDataMesg;
import com.garmin.fit.MonitoringInfoMesg;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.Rounding;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.Reading;
import freshlegs.model.json.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a file says of days and nights outside activities: for each local day the resting heart rate of that day (never the
 * seven-day mean beside it), last night's RMSSD, the time asleep. The latest observation of a day in the file is taken.
 */
final class Wellness {
    private static final int LOWEST_BPM = 25;
    private static final int HIGHEST_BPM = 120;
    private static final double HIGHEST_RMSSD = 400;
    /** What is written at the stroke of midnight is the value of the day that ends; the new day has none yet. */
    private static final int MIDNIGHT_SECONDS = 1;

    private static final double SECONDS_PER_HOUR = 3600;

    private static final int MOST_A_DAY = 100;

    private final Limits limits;
    private final List<Observation> resting = new ArrayList<>();
    private final List<Observation> hrv = new ArrayList<>();
    private final SleepTrack sleep = new SleepTrack();
    private OptionalInt utcOffsetSeconds = OptionalInt.empty();

    private record Observation(long time, double amount) {}

    Wellness(Limits limits) {
        this.limits = limits;
    }

    void takeMonitoringInfo(Mesg mesg) {
        var local = Field.time(mesg, MonitoringInfoMesg.LocalTimestampFieldNum);
        var universal = Field.timestamp(mesg);
        if (local.isPresent() && universal.isPresent()) {
            utcOffsetSeconds = FitTime.offset(local.getAsLong(), universal.getAsLong());
        }
    }

    void takeRestingHeartRate(Mesg mesg) {
        int field = MonitoringHrDataMesg.CurrentDayRestingHeartRateFieldNum;
        var time = Field.timestamp(mesg);
        Field.whole(mesg, field, LOWEST_BPM, HIGHEST_BPM)
                .ifPresent(bpm -> time.ifPresent(at -> note(resting, at, bpm)));
    }

    void takeHrvStatus(Mesg mesg) {
        double rmssd = Field.number(mesg, HrvStatusSummaryMesg.LastNightAverageFieldNum);
        var time = Field.timestamp(mesg);
        if (rmssd > 0 && rmssd <= HIGHEST_RMSSD && time.isPresent()) {
            note(hrv, time.getAsLong(), Rounding.to(1, rmssd));
        }
    }

    void takeSleepLevel(Mesg mesg) {
        sleep.take(mesg);
    }

    /**
     * Of a file that is not {@code whole} time asleep is left out, because a night cut off would be a short night, and what lies
     * more than 30 days from the middle observation, because it may be a spoilt time.
     */
    List<Reading> readings(Origin origin, Device device, boolean whole) {
        String name = device.manufacturer()
                + device.product().map(product -> " " + product).orElse("");
        List<Reading> readings = new ArrayList<>();
        byDate(whole ? resting : believable(resting), MIDNIGHT_SECONDS, origin)
                .forEach((date, seen) -> readings.add(restingHeartRate(origin, date, seen, name)));
        byDate(whole ? hrv : believable(hrv), 0, origin)
                .forEach((date, seen) -> readings.add(hrv(origin, date, seen, name)));
        if (whole) {
            asleep(origin).forEach((date, seen) -> readings.add(asleep(origin, date, seen, name)));
        }
        return readings;
    }

    private void note(List<Observation> observations, long time, double amount) {
        int last = observations.size() - 1;
        if (last >= 0
                && observations.get(last).amount() == amount
                && observations.get(last).time() == time) {
            return;
        }
        limits.check(Limit.READING_DAYS, (observations.size() + 1L) / MOST_A_DAY);
        observations.add(new Observation(time, amount));
    }

    private static List<Observation> believable(List<Observation> observations) {
        int[] order = IntStream.range(0, observations.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> observations.get(i).time()))
                .mapToInt(Integer::intValue)
                .toArray();
        return Arrays.stream(Believable.rows(order, i -> observations.get(i).time()))
                .mapToObj(observations::get)
                .toList();
    }

    private Map<LocalDate, Observation> byDate(List<Observation> observations, int back, Origin origin) {
        Map<LocalDate, Observation> latest = new TreeMap<>();
        for (Observation seen : observations) {
            latest.merge(
                    dateOf(seen.time() - back, origin), seen, (one, other) -> other.time() >= one.time() ? other : one);
        }
        limits.check(Limit.READING_DAYS, latest.size());
        return latest;
    }

    /** Several nights that end on one date (a night and a nap) add up. */
    private Map<LocalDate, Observation> asleep(Origin origin) {
        Map<LocalDate, Observation> sums = new TreeMap<>();
        for (SleepTrack.Night night : sleep.nights()) {
            sums.merge(
                    dateOf(night.end(), origin),
                    new Observation(night.end(), night.asleepSeconds()),
                    (one, other) -> new Observation(other.time(), one.amount() + other.amount()));
        }
        return sums;
    }

    private LocalDate dateOf(long fitSeconds, Origin origin) {
        Instant instant = FitTime.instant(fitSeconds);
        return FitTime.localDate(instant, utcOffsetSeconds.orElseGet(() -> origin.zones()
                .offsetAt(instant)
                .getTotalSeconds()));
    }

    private static Reading restingHeartRate(Origin origin, LocalDate date, Observation seen, String device) {
        var draft = new Reading.RestingHeartRate(
                origin.athlete(), date, "", origin.ingestedAt(), FitTime.instant(seen.time()), device, seen.amount());
        return new Reading.RestingHeartRate(
                draft.athlete(), date, Revision.of(draft), draft.ingestedAt(), draft.observedAt(), device, draft.bpm());
    }

    private static Reading hrv(Origin origin, LocalDate date, Observation seen, String device) {
        var draft = new Reading.Hrv(
                origin.athlete(), date, "", origin.ingestedAt(), FitTime.instant(seen.time()), device, seen.amount());
        return new Reading.Hrv(
                draft.athlete(),
                date,
                Revision.of(draft),
                draft.ingestedAt(),
                draft.observedAt(),
                device,
                draft.rmssdMilliseconds());
    }

    private static Reading asleep(Origin origin, LocalDate date, Observation seen, String device) {
        double hours = Rounding.to(2, seen.amount() / SECONDS_PER_HOUR);
        var draft = new Reading.Sleep(
                origin.athlete(), date, "", origin.ingestedAt(), FitTime.instant(seen.time()), device, hours);
        return new Reading.Sleep(
                draft.athlete(),
                date,
                Revision.of(draft),
                draft.ingestedAt(),
                draft.observedAt(),
                device,
                draft.asleepHours());
    }
}
