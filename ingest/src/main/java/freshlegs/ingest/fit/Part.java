package freshlegs.ingest.fit;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.FileIdMesg;
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
    final Wellness wellness;
    final List<SessionSummary> sessions = new ArrayList<>();
    final List<LapSummary> laps = new ArrayList<>();

    int fileType = -1;
    boolean isCourse;
    Sport sport = Sport.OTHER;
    Optional<String> subSport = Optional.empty();
    OptionalInt utcOffsetSeconds = OptionalInt.empty();
    OptionalLong fallbackTime = OptionalLong.empty();

    Part(Limits limits, HeartRateTrack strap) {
        this.limits = limits;
        this.strap = strap;
        this.wellness = new Wellness(limits);
        strap.beginPart();
    }

    void take(Mesg mesg) {
        switch (mesg.getNum()) {
            case MesgNum.RECORD -> samples.take(mesg);
            case MesgNum.HR -> strap.take(mesg);
            case MesgNum.EVENT -> timer.take(mesg);
            case MesgNum.LAP -> takeLap(mesg);
            case MesgNum.SESSION -> takeSession(mesg);
            case MesgNum.SPORT -> takeSport(mesg);
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

    private void takeLap(Mesg mesg) {
        limits.check(Limit.LAPS, laps.size() + 1L);
        LapSummary.of(mesg).ifPresent(laps::add);
    }

    private void takeSession(Mesg mesg) {
        limits.check(Limit.SESSIONS, sessions.size() + 1L);
        sessions.add(SessionSummary.of(mesg));
    }

    private void takeSport(Mesg mesg) {
        int code = Field.code(mesg, SportMesg.SubSportFieldNum);
        sport = Sports.of(Field.code(mesg, SportMesg.SportFieldNum), code);
        subSport = Sports.subSportName(code);
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
