package freshlegs.ingest.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.File;
import com.garmin.fit.HrvStatus;
import com.garmin.fit.HrvStatusSummaryMesg;
import com.garmin.fit.HrvValueMesg;
import com.garmin.fit.MonitoringHrDataMesg;
import com.garmin.fit.MonitoringInfoMesg;
import com.garmin.fit.SleepAssessmentMesg;
import com.garmin.fit.SleepLevel;
import com.garmin.fit.SleepLevelMesg;
import java.time.Duration;
import java.time.Instant;

/** What a watch writes of days and nights outside activities. */
final class FitEncoderWellness {
    /** File types that the SDK does not name. */
    private static final int SLEEP_FILE = 49;

    private static final int HRV_STATUS_FILE = 68;
    private static final int SLEEP_EVENT = 74;
    private static final Duration HRV_WINDOW = Duration.ofMinutes(5);

    private FitEncoderWellness() {}

    static void write(WrittenMonitoring monitoring, FitEncoder.Sink out) {
        FitEncoderHeader.write(File.MONITORING_B.getValue(), monitoring.device(), monitoring.from(), out);
        MonitoringInfoMesg info = new MonitoringInfoMesg();
        DateTime from = new DateTime(monitoring.from());
        info.setTimestamp(from);
        info.setLocalTimestamp(from.getTimestamp() + monitoring.utcOffsetSeconds());
        out.write(info);
        MonitoringHrDataMesg resting = new MonitoringHrDataMesg();
        resting.setTimestamp(new DateTime(monitoring.at()));
        resting.setRestingHeartRate((short) monitoring.sevenDayBpm());
        resting.setCurrentDayRestingHeartRate((short) monitoring.currentDayBpm());
        out.write(resting);
    }

    static void write(WrittenHrvStatus night, FitEncoder.Sink out) {
        FitEncoderHeader.write(HRV_STATUS_FILE, night.device(), night.at(), out);
        Instant windowEnd = night.asleepAt();
        double highest = night.lastNightMilliseconds();
        for (double milliseconds : night.fiveMinuteMilliseconds()) {
            windowEnd = windowEnd.plus(HRV_WINDOW);
            highest = Math.max(highest, milliseconds);
            HrvValueMesg mesg = new HrvValueMesg();
            mesg.setTimestamp(new DateTime(windowEnd));
            mesg.setValue((float) milliseconds);
            out.write(mesg);
        }
        out.write(summary(night, highest));
    }

    static void write(WrittenSleep sleep, FitEncoder.Sink out) {
        FitEncoderHeader.write(SLEEP_FILE, sleep.device(), sleep.wokeAt(), out);
        out.write(event(sleep.stages().get(0).from(), EventType.START));
        sleep.stages().forEach(stage -> out.write(level(stage.from(), stage.level())));
        out.write(level(sleep.wokeAt(), WrittenSleep.Level.AWAKE));
        out.write(event(sleep.wokeAt(), EventType.STOP));
        SleepAssessmentMesg assessment = new SleepAssessmentMesg();
        assessment.setOverallSleepScore((short) sleep.score());
        out.write(assessment);
    }

    private static HrvStatusSummaryMesg summary(WrittenHrvStatus night, double highest) {
        HrvStatusSummaryMesg mesg = new HrvStatusSummaryMesg();
        mesg.setTimestamp(new DateTime(night.at()));
        mesg.setWeeklyAverage((float) night.weeklyMilliseconds());
        mesg.setLastNightAverage((float) night.lastNightMilliseconds());
        mesg.setLastNight5MinHigh((float) highest);
        night.baseline().ifPresent(band -> {
            mesg.setBaselineLowUpper((float) band.lowUpperMilliseconds());
            mesg.setBaselineBalancedLower((float) band.lowerMilliseconds());
            mesg.setBaselineBalancedUpper((float) band.upperMilliseconds());
        });
        mesg.setStatus(night.baseline().map(band -> statusIn(band, night)).orElse(HrvStatus.NONE));
        return mesg;
    }

    private static HrvStatus statusIn(WrittenHrvStatus.Band band, WrittenHrvStatus night) {
        if (night.weeklyMilliseconds() < band.lowUpperMilliseconds()) {
            return HrvStatus.LOW;
        }
        boolean balanced = night.weeklyMilliseconds() >= band.lowerMilliseconds()
                && night.weeklyMilliseconds() <= band.upperMilliseconds();
        return balanced ? HrvStatus.BALANCED : HrvStatus.UNBALANCED;
    }

    private static SleepLevelMesg level(Instant from, WrittenSleep.Level level) {
        SleepLevelMesg mesg = new SleepLevelMesg();
        mesg.setTimestamp(new DateTime(from));
        mesg.setSleepLevel(
                switch (level) {
                    case AWAKE -> SleepLevel.AWAKE;
                    case LIGHT -> SleepLevel.LIGHT;
                    case DEEP -> SleepLevel.DEEP;
                    case REM -> SleepLevel.REM;
                });
        return mesg;
    }

    private static EventMesg event(Instant at, EventType type) {
        EventMesg mesg = new EventMesg();
        mesg.setTimestamp(new DateTime(at));
        mesg.setFieldValue(EventMesg.EventFieldNum, SLEEP_EVENT);
        mesg.setEventType(type);
        return mesg;
    }
}
