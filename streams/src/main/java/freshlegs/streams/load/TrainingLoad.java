package freshlegs.streams.load;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** A day's training load and the physiology it was judged by. */
public record TrainingLoad(LoadDay day, Physiology body) {

    private static final int RESTING_DAYS = 28;
    private static final double GOOD_HEART_RATE = 0.9;

    /** {@code past} is oldest first and ends yesterday; {@code sessions} are in the order of their start. */
    public static TrainingLoad of(
            List<LoadDay> past,
            LocalDate date,
            List<Profile> profiles,
            List<Session> sessions,
            List<CheckIn> checkIns,
            OptionalDouble restingHeartRateBpm) {
        boolean first = past.isEmpty();
        AthleteProfile before =
                first ? AthleteProfile.unknown() : past.get(past.size() - 1).profile();
        AthleteProfile profile = before.with(profiles).withWatches(sessions);
        List<HeartRatePeak> peaks =
                HeartRatePeak.with(first ? List.of() : past.get(past.size() - 1).peaks(), date, highest(sessions));
        List<LoadDay> recent = since(past, date.minusDays(Scales.DAYS));
        Physiology body = Physiology.of(profile, date, restingReadings(past, date), peaks, best20min(recent));
        SessionScoring scoring = new SessionScoring(
                body,
                Scales.from(recent.stream().flatMap(d -> d.sessions().stream()).toList()));
        Efforts efforts = new Efforts(sessions, checkIns);
        List<SessionLoad> loads = counted(sessions).stream()
                .map(session -> scoring.of(session, efforts.of(session)))
                .toList();
        return new TrainingLoad(new LoadDay(date, profile, peaks, restingHeartRateBpm, loads), body);
    }

    /** Those of {@code sessions} that have a load, in the same order. */
    public static List<Session> counted(List<Session> sessions) {
        return sessions.stream().filter(session -> session.timerSeconds() > 0).toList();
    }

    private static OptionalDouble highest(List<Session> sessions) {
        return sessions.stream()
                .filter(session -> session.heartRate().validShare() >= GOOD_HEART_RATE)
                .flatMapToDouble(session -> session.heartRate().peak30sBpm().stream())
                .filter(bpm -> bpm <= Physiology.HIGHEST_MAXIMAL_BPM)
                .max();
    }

    private static double[] restingReadings(List<LoadDay> past, LocalDate date) {
        return since(past, date.minusDays(RESTING_DAYS)).stream()
                .flatMapToDouble(day -> day.restingHeartRateBpm().stream())
                .toArray();
    }

    private static OptionalDouble best20min(List<LoadDay> recent) {
        return recent.stream()
                .flatMap(day -> day.sessions().stream())
                .flatMapToDouble(session -> session.best20minMetresPerSecond().stream())
                .max();
    }

    private static List<LoadDay> since(List<LoadDay> past, LocalDate first) {
        return past.stream().filter(day -> !day.date().isBefore(first)).toList();
    }
}
