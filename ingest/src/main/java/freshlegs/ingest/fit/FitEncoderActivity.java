package freshlegs.ingest.fit;

import com.garmin.fit.Activity;
import com.garmin.fit.ActivityMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.File;
import com.garmin.fit.LapMesg;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SessionTrigger;
import com.garmin.fit.SubSport;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;

/** An activity's messages in the order in which a watch writes them: as things happen, summaries at the end. */
final class FitEncoderActivity {
    private final WrittenActivity activity;
    private final TreeMap<Double, Queue<Runnable>> happenings = new TreeMap<>();

    FitEncoderActivity(WrittenActivity activity) {
        this.activity = activity;
    }

    void writeTo(FitEncoder.Sink out) {
        FitEncoderHeader.write(File.ACTIVITY.getValue(), activity.device(), activity.start(), out);
        FitEncoderHeader.writeHeartRateSensor(activity.device(), activity.start(), out);
        out.write(timer(0, EventType.START));
        planPauses(out);
        planLaps(out);
        FitEncoderRecords records = new FitEncoderRecords(activity.start(), activity.samples());
        for (int i = 0; i < records.size(); i++) {
            happenBefore(records.secondAt(i));
            out.write(records.at(i));
        }
        happenBefore(activity.elapsedSeconds());
        out.write(timer(activity.elapsedSeconds(), EventType.STOP_ALL));
        happenBefore(Double.POSITIVE_INFINITY);
        out.write(session());
        out.write(whole());
    }

    private void happenBefore(double second) {
        while (!happenings.isEmpty() && happenings.firstKey() < second) {
            happenings.pollFirstEntry().getValue().forEach(Runnable::run);
        }
    }

    private void plan(double second, Runnable happening) {
        happenings.computeIfAbsent(second, at -> new ArrayDeque<>()).add(happening);
    }

    private void planPauses(FitEncoder.Sink out) {
        for (Pause pause : activity.pauses()) {
            double end = pause.startOffsetSeconds() + pause.durationSeconds();
            plan(pause.startOffsetSeconds(), () -> out.write(timer(pause.startOffsetSeconds(), EventType.STOP_ALL)));
            plan(end, () -> out.write(timer(end, EventType.START)));
        }
    }

    private void planLaps(FitEncoder.Sink out) {
        for (int i = 0; i < activity.laps().size(); i++) {
            int index = i;
            plan(endOf(i), () -> out.write(lap(index)));
        }
    }

    private double endOf(int lap) {
        boolean last = lap == activity.laps().size() - 1;
        return last ? activity.elapsedSeconds() : activity.laps().get(lap + 1).startOffsetSeconds();
    }

    private LapMesg lap(int index) {
        Lap lap = activity.laps().get(index);
        LapMesg mesg = new LapMesg();
        mesg.setMessageIndex(index);
        mesg.setTimestamp(time(endOf(index)));
        mesg.setStartTime(time(lap.startOffsetSeconds()));
        mesg.setEvent(Event.LAP);
        mesg.setEventType(EventType.STOP);
        mesg.setSport(FitEncoderNames.sport(activity.sport()));
        mesg.setTotalElapsedTime((float) (endOf(index) - lap.startOffsetSeconds()));
        mesg.setTotalTimerTime((float) lap.timerSeconds());
        lap.distanceMetres().ifPresent(metres -> {
            mesg.setTotalDistance((float) metres);
            mesg.setEnhancedAvgSpeed((float) (metres / Math.max(lap.timerSeconds(), 1)));
        });
        lap.meanHeartRateBpm().ifPresent(bpm -> mesg.setAvgHeartRate((short) bpm));
        FitEncoderNames.intensity(lap.intensity()).ifPresent(mesg::setIntensity);
        mesg.setLapTrigger(trigger(index));
        if (!lap.autoLap()) {
            mesg.setWktStepIndex(index);
        }
        return mesg;
    }

    private LapTrigger trigger(int index) {
        if (index == activity.laps().size() - 1) {
            return LapTrigger.SESSION_END;
        }
        return activity.laps().get(index).autoLap() ? LapTrigger.DISTANCE : LapTrigger.MANUAL;
    }

    private SessionMesg session() {
        SessionMesg mesg = new SessionMesg();
        mesg.setMessageIndex(0);
        mesg.setTimestamp(time(activity.elapsedSeconds()));
        mesg.setStartTime(time(0));
        mesg.setEvent(Event.SESSION);
        mesg.setEventType(EventType.STOP);
        mesg.setSport(FitEncoderNames.sport(activity.sport()));
        mesg.setSubSport(SubSport.GENERIC);
        mesg.setTotalElapsedTime((float) activity.elapsedSeconds());
        mesg.setTotalTimerTime((float) activity.timerSeconds());
        mesg.setTotalDistance((float) activity.distanceMetres());
        mesg.setEnhancedAvgSpeed((float) (activity.distanceMetres() / Math.max(activity.timerSeconds(), 1)));
        mesg.setFirstLapIndex(0);
        mesg.setNumLaps(activity.laps().size());
        mesg.setTrigger(SessionTrigger.ACTIVITY_END);
        new FitEncoderHeartRate(activity.samples()).summarise(mesg);
        activity.effort().ifPresent(effort -> mesg.setWorkoutRpe((short) (effort * 10)));
        activity.feel().ifPresent(feel -> mesg.setWorkoutFeel((short) feel));
        return mesg;
    }

    private ActivityMesg whole() {
        ActivityMesg mesg = new ActivityMesg();
        DateTime end = time(activity.elapsedSeconds());
        mesg.setTimestamp(end);
        mesg.setLocalTimestamp(end.getTimestamp() + activity.utcOffsetSeconds());
        mesg.setTotalTimerTime((float) activity.timerSeconds());
        mesg.setNumSessions(1);
        mesg.setType(Activity.MANUAL);
        mesg.setEvent(Event.ACTIVITY);
        mesg.setEventType(EventType.STOP);
        return mesg;
    }

    private EventMesg timer(double second, EventType type) {
        EventMesg mesg = new EventMesg();
        mesg.setTimestamp(time(second));
        mesg.setEvent(Event.TIMER);
        mesg.setEventType(type);
        mesg.setEventGroup((short) 0);
        return mesg;
    }

    private DateTime time(double second) {
        Instant at = activity.start().plusSeconds((long) Math.floor(second));
        return new DateTime(at);
    }
}
