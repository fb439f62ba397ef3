package freshlegs.ingest.fit;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.SportMesg;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.Sport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one chained part has said so far. Messages pass through; only small summaries and bounded columns stay. */
final class Part {
    private final Limits limits;
    private final HeartRateTrack strap;

    final DeviceTrack device = new DeviceTrack();
    final SampleTrack samples = new SampleTrack();
    final TimerTrack timer = new TimerTrack();
    final RecoveryTrack recovery = new RecoveryTrack();
    final Wellness wellness;
    final List<SessionSummary> sessions = new ArrayList<>();
    final LapTrack laps;
    final IntervalTrack intervals = new IntervalTrack();
    final WatchProfileTrack watchProfile = new WatchProfileTrack();

    int fileType = -1;
    boolean isCourse;
    Sport sport = Sport.OTHER;
    Optional<String> subSport = Optional.empty();
    OptionalInt utcOffsetSeconds = OptionalInt.empty();
    OptionalLong fallbackTime = OptionalLong.empty();

    Part(Limits limits, HeartRateTrack strap) {
        this.limits = limits;
        this.strap = strap;
        this.laps = new LapTrack(limits);
        this.wellness = new Wellness(limits);
        strap.beginPart();
    }

    void take(Mesg mesg) {
        switch (mesg.getNum()) {
            case MesgNum.RECORD -> takeRow(field -> Field.number(mesg, field));
            case MesgNum.HR -> strap.take(mesg);
            case MesgNum.EVENT -> takeEvent(mesg);
            case MesgNum.HRV -> intervals.takeHrv(mesg);
            case MesgNum.BEAT_INTERVALS -> intervals.takeBeatIntervals(mesg);
            case MesgNum.LAP -> takeLap(mesg);
            case MesgNum.SPLIT -> laps.takeSplit(mesg);
            case MesgNum.WORKOUT_STEP -> laps.takeStep(mesg);
            case MesgNum.USER_PROFILE -> watchProfile.takeUserProfile(mesg);
            case MesgNum.ZONES_TARGET -> watchProfile.takeZonesTarget(mesg);
            case MesgNum.TIME_IN_ZONE -> watchProfile.takeTimeInZone(mesg);
            case MesgNum.SESSION -> takeSession(mesg);
            case MesgNum.SPORT ->
                takeSport(Field.code(mesg, SportMesg.SportFieldNum), Field.code(mesg, SportMesg.SubSportFieldNum));
            case MesgNum.ACTIVITY -> takeActivity(mesg);
            case MesgNum.COURSE -> isCourse = true;
            case MesgNum.FILE_ID -> takeFileId(mesg);
            case MesgNum.DEVICE_INFO -> device.takeDeviceInfo(mesg);
            case MesgNum.MONITORING_INFO -> wellness.takeMonitoringInfo(mesg);
            case MesgNum.MONITORING_HR_DATA -> wellness.takeRestingHeartRate(mesg);
            case MesgNum.HRV_STATUS_SUMMARY -> wellness.takeHrvStatus(mesg);
            case MesgNum.SLEEP_LEVEL -> wellness.takeSleepLevel(mesg);
            default -> {
                // Everything else says nothing about training.
            }
        }
    }

    private void takeEvent(Mesg mesg) {
        timer.take(mesg);
        recovery.take(mesg);
    }

    /** One of the rows of a recording. */
    void takeRow(Numbers row) {
        samples.take(row);
        intervals.atSample(row.timestamp());
    }

    /** Where the summary is missing, a lap's sport is the best that is known. */
    private void takeLap(Mesg mesg) {
        laps.takeLap(mesg);
        int code = Field.code(mesg, LapMesg.SportFieldNum);
        if (sport == Sport.OTHER && code >= 0) {
            takeSport(code, Field.code(mesg, LapMesg.SubSportFieldNum));
        }
    }

    private void takeSession(Mesg mesg) {
        limits.check(Limit.SESSIONS, sessions.size() + 1L);
        sessions.add(SessionSummary.of(mesg));
    }

    private void takeSport(int code, int finer) {
        sport = Sports.of(code, finer);
        subSport = Sports.subSportName(finer);
    }

    private void takeActivity(Mesg mesg) {
        var local = Field.time(mesg, ActivityMesg.LocalTimestampFieldNum);
        var universal = Field.timestamp(mesg);
        if (local.isPresent() && universal.isPresent()) {
            utcOffsetSeconds = FitTime.offset(local.getAsLong(), universal.getAsLong());
        }
        fallbackTime = universal.isPresent() ? universal : fallbackTime;
    }

    private void takeFileId(Mesg mesg) {
        fileType = Field.code(mesg, FileIdMesg.TypeFieldNum);
        device.takeFileId(mesg);
        if (fallbackTime.isEmpty()) {
            fallbackTime = Field.time(mesg, FileIdMesg.TimeCreatedFieldNum);
        }
    }
}
