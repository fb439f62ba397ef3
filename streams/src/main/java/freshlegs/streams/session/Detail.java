package freshlegs.streams.session;

import freshlegs.model.fact.Recording;
import freshlegs.model.fact.SessionDetail;
import java.util.List;
import java.util.Optional;

/** Puts together what a run shows second by second. */
final class Detail {
    private Detail() {}

    static SessionDetail of(Recording recording, Track track, Structure structure) {
        return new SessionDetail(
                Optional.of(RollingCurve.of(track)),
                Bests.overTimes(track.motion()),
                Bests.overDistances(track.motion()),
                ShortBouts.in(track),
                EvenStretches.in(track),
                SpeedThirds.of(track),
                HeartRateDrops.in(recording, track),
                recording.summary().recoveryHeartRateBpm(),
                FormCue.of(structure.repeats(), track),
                LapMarks.of(recording.laps()));
    }

    /** Without a pace only what the watch itself says. */
    static SessionDetail ofSummary(Recording recording) {
        return new SessionDetail(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                recording.summary().recoveryHeartRateBpm(),
                Optional.empty(),
                LapMarks.of(recording.laps()));
    }

    /** Without what the minutes, the repeats and the recording still tell. */
    static SessionDetail coarser(SessionDetail detail) {
        return new SessionDetail(
                Optional.empty(),
                detail.timedBests(),
                detail.distanceBests(),
                List.of(),
                detail.evenStretches(),
                detail.thirds(),
                detail.heartRateDrops(),
                detail.watchRecoveryBpm(),
                detail.formDrift(),
                List.of());
    }
}
