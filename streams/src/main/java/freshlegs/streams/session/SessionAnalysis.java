package freshlegs.streams.session;

import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Session.HeartRate;
import freshlegs.model.fact.Session.Pace;
import freshlegs.model.fact.SessionDetail;
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
    /** The serialised session stays below this; a very long or busy one gets wider windows and loses its laps. */
    static final int MAX_BYTES = 8_000;

    private static final int FEWEST_WINDOWS = 30;

    private SessionAnalysis() {}

    public static Session of(Recording recording) {
        try {
            Track track = Track.of(recording);
            Draft draft = draft(recording, track);
            Session session = draft.toSession(recording);
            for (int windows = MinuteWindows.MAX_WINDOWS / 2;
                    isTooLarge(session) && windows >= FEWEST_WINDOWS;
                    windows /= 2) {
                session = draft.with(MinuteWindows.of(track, windows), Detail.coarser(draft.detail()))
                        .toSession(recording);
            }
            return session;
        } catch (RuntimeException e) {
            return Draft.failed(recording, e).toSession(recording);
        }
    }

    private static boolean isTooLarge(Session session) {
        return Json.write(session).length > MAX_BYTES;
    }

    private static Draft draft(Recording recording, Track track) {
        double told = recording.summary().timerSeconds();
        double timer = told > 0 ? told : track.size();
        double metres = Distance.of(recording, track.motion());
        boolean paced = track.hasPace();
        double moving = paced ? track.motion().movingSeconds() : timer;
        if (!recording.sport().isRun()) {
            HeartRate heartRate = Statistics.heartRate(recording, track, false);
            return new Draft(
                    Optional.empty(),
                    timer,
                    moving,
                    metres,
                    heartRate,
                    Pace.none(),
                    OptionalDouble.empty(),
                    Minutes.of(List.of()),
                    Structure.NONE,
                    SessionDetail.NONE);
        }
        Structure structure = Structure.of(recording, track);
        return new Draft(
                Optional.empty(),
                timer,
                moving,
                metres,
                Statistics.heartRate(recording, track, paced),
                paced ? Statistics.pace(recording, track) : Statistics.paceOfSummary(metres, timer),
                structure.repeats().isEmpty() ? Decoupling.of(track) : OptionalDouble.empty(),
                MinuteWindows.of(track, MinuteWindows.MAX_WINDOWS),
                structure,
                paced ? Detail.of(recording, track, structure) : Detail.ofSummary(recording));
    }
}
