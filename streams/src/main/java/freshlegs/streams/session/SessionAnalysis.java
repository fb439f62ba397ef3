package freshlegs.streams.session;

import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Session.HeartRate;
import freshlegs.model.fact.Session.Pace;
import freshlegs.model.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a recording amounts to, whoever ran it. The same recording always gives the same session. Runs get everything; other
 * sports the heart-rate part only. Without samples the watch's own summary is all there is. A recording that cannot be analysed
 * becomes a session that says so.
 */
public final class SessionAnalysis {
    /** The serialised session stays below this; a very long or busy one gets wider windows. */
    static final int MAX_BYTES = 8_000;

    private static final int FEWEST_WINDOWS = 30;

    private SessionAnalysis() {}

    public static Session of(Recording recording) {
        try {
            Track track = Track.of(recording);
            Session session = of(recording, track, MinuteWindows.MAX_WINDOWS);
            for (int windows = MinuteWindows.MAX_WINDOWS / 2;
                    isTooLarge(session) && windows >= FEWEST_WINDOWS;
                    windows /= 2) {
                session = of(recording, track, windows);
            }
            return session;
        } catch (RuntimeException e) {
            return Draft.failed(recording, e).toSession(recording);
        }
    }

    private static boolean isTooLarge(Session session) {
        return Json.write(session).length > MAX_BYTES;
    }

    private static Session of(Recording recording, Track track, int maxWindows) {
        boolean run = recording.sport().isRun();
        boolean paced = track.hasPace();
        double timer =
                recording.summary().timerSeconds() > 0 ? recording.summary().timerSeconds() : track.size();
        double moving = paced ? track.motion().movingSeconds() : timer;
        double metres = Distance.of(recording, track.motion());
        HeartRate heartRate = Statistics.heartRate(recording, track, run && paced);
        if (!run) {
            return new Draft(
                            Optional.empty(),
                            timer,
                            moving,
                            metres,
                            heartRate,
                            Pace.none(),
                            OptionalDouble.empty(),
                            Minutes.of(List.of()),
                            Structure.NONE)
                    .toSession(recording);
        }
        Pace pace = paced ? Statistics.pace(recording, track) : Statistics.paceOfSummary(metres, timer);
        Structure structure = Structure.of(recording, track);
        OptionalDouble decoupling = structure.repeats().isEmpty() ? Decoupling.of(track) : OptionalDouble.empty();
        return new Draft(
                        Optional.empty(),
                        timer,
                        moving,
                        metres,
                        heartRate,
                        pace,
                        decoupling,
                        MinuteWindows.of(track, maxWindows),
                        structure)
                .toSession(recording);
    }
}
