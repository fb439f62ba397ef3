package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session.RepeatSource;
import java.util.List;
import java.util.Locale;

/** A session's repeats and where they were read: from the laps of a workout, else from the speed; on trails only from laps. */
record Structure(List<Repeat> repeats, RepeatSource source) {
    static final Structure NONE = new Structure(List.of(), RepeatSource.NONE);

    /** Keeps the message small; no workout worth comparing has more. */
    static final int MAX_REPEATS = 40;

    static Structure of(Recording recording, Track track) {
        List<Repeat> fromLaps = LapRepeats.in(recording.laps(), track);
        if (!fromLaps.isEmpty()) {
            return new Structure(published(fromLaps), RepeatSource.LAPS);
        }
        List<Repeat> detected = isTrail(recording) ? List.of() : StreamRepeats.in(track);
        return detected.isEmpty() ? NONE : new Structure(published(detected), RepeatSource.DETECTED);
    }

    private static boolean isTrail(Recording recording) {
        return recording.subSport().orElse("").toLowerCase(Locale.ROOT).contains("trail");
    }

    private static List<Repeat> published(List<Repeat> repeats) {
        return repeats.stream()
                .limit(MAX_REPEATS)
                .map(repeat -> new Repeat(
                        Rounding.to(1, repeat.startSecond()),
                        Rounding.to(1, repeat.durationSeconds()),
                        Rounding.to(1, repeat.distanceMetres()),
                        Rounding.to(1, repeat.recoverySeconds()),
                        Rounding.to(1, repeat.meanHeartRateBpm())))
                .toList();
    }
}
