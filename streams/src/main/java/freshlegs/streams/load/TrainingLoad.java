package freshlegs.streams.load;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<SessionLoad> recent = sessionsSince(past, date.minusDays(Scales.DAYS));
        OptionalDouble best20min =
                profile.thresholdPaceSecondsPerKilometre().isPresent() ? OptionalDouble.empty() : best20min(recent);
        Physiology body = Physiology.of(profile, date, restingReadings(past, date), peaks, best20min);
        SessionScoring scoring = new SessionScoring(body, Scales.from(recent));
        Efforts efforts = new Efforts(sessions, checkIns);
        List<SessionLoad> loads = new ArrayList<>(sessions.size());
        for (Session session : counted(sessions)) {
            loads.add(scoring.of(session, efforts.of(session)));
        }
        return new TrainingLoad(new LoadDay(date, profile, peaks, restingHeartRateBpm, loads), body);
    }

    /** Those of {@code sessions} that have a load, in the same order. */
    public static List<Session> counted(List<Session> sessions) {
        List<Session> counted = new ArrayList<>(sessions.size());
        for (Session session : sessions) {
            if (session.timerSeconds() > 0) {
                counted.add(session);
            }
        }
        return counted;
    }

    private static OptionalDouble highest(List<Session> sessions) {
        OptionalDouble highest = OptionalDouble.empty();
        for (Session session : sessions) {
            OptionalDouble peak = session.heartRate().peak30sBpm();
            if (session.heartRate().validShare() >= GOOD_HEART_RATE
                    && peak.isPresent()
                    && peak.getAsDouble() <= Physiology.HIGHEST_MAXIMAL_BPM
                    && (highest.isEmpty() || peak.getAsDouble() > highest.getAsDouble())) {
                highest = peak;
            }
        }
        return highest;
    }

    private static double[] restingReadings(List<LoadDay> past, LocalDate date) {
        double[] readings = new double[past.size()];
        int count = 0;
        for (LoadDay day : since(past, date.minusDays(RESTING_DAYS))) {
            if (day.restingHeartRateBpm().isPresent()) {
                readings[count++] = day.restingHeartRateBpm().getAsDouble();
            }
        }
        return Arrays.copyOf(readings, count);
    }

    private static OptionalDouble best20min(List<SessionLoad> recent) {
        OptionalDouble best = OptionalDouble.empty();
        for (SessionLoad session : recent) {
            OptionalDouble own = session.best20minMetresPerSecond();
            if (own.isPresent() && (best.isEmpty() || own.getAsDouble() > best.getAsDouble())) {
                best = own;
            }
        }
        return best;
    }

    private static List<SessionLoad> sessionsSince(List<LoadDay> past, LocalDate first) {
        List<SessionLoad> sessions = new ArrayList<>();
        for (LoadDay day : since(past, first)) {
            sessions.addAll(day.sessions());
        }
        return sessions;
    }

    /** The last days, from {@code first} on. */
    private static List<LoadDay> since(List<LoadDay> past, LocalDate first) {
        int from = past.size();
        while (from > 0 && !past.get(from - 1).date().isBefore(first)) {
            from--;
        }
        return past.subList(from, past.size());
    }
}
