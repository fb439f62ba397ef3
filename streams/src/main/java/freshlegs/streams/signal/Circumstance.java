package freshlegs.streams.signal;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.CyclePhase;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Session;
import java.util.ArrayList;
import java.util.List;

/** What may explain a day's numbers without any fatigue, and is not told by the numbers themselves. */
public enum Circumstance {
    /** A run that climbed or fell by 3 % on average. */
    HILLS,
    /** A run with heart rate of which less than nine tenths could be believed: gaps, or steps counted as beats. */
    HEART_RATE_GAPS,
    /** The phase of the cycle in which resting heart rate is higher and HRV lower by itself. */
    LUTEAL_PHASE;

    private static final double HILLY_PERMILLE = 30;
    private static final double GOOD_SHARE = 0.9;

    static List<Circumstance> of(List<Session> sessions, List<CheckIn> checkIns) {
        List<Circumstance> found = new ArrayList<>();
        if (sessions.stream().anyMatch(Circumstance::isHilly)) {
            found.add(HILLS);
        }
        if (sessions.stream().anyMatch(Circumstance::hasGaps)) {
            found.add(HEART_RATE_GAPS);
        }
        if (checkIns.stream().anyMatch(Circumstance::isLuteal)) {
            found.add(LUTEAL_PHASE);
        }
        return found;
    }

    private static boolean isHilly(Session session) {
        Column grade = session.minutes().gradePermille();
        long sum = 0;
        int known = 0;
        for (int i = 0; i < grade.size(); i++) {
            if (grade.has(i)) {
                sum += Math.abs(grade.at(i));
                known++;
            }
        }
        return session.sport().isRun() && known > 0 && (double) sum / known >= HILLY_PERMILLE;
    }

    private static boolean hasGaps(Session session) {
        return session.sport().isRun()
                && session.heartRate().meanBpm().isPresent()
                && session.heartRate().validShare() < GOOD_SHARE;
    }

    private static boolean isLuteal(CheckIn checkIn) {
        return checkIn instanceof CheckIn.Morning morning
                && morning.cyclePhase()
                        .filter(phase -> phase == CyclePhase.LUTEAL)
                        .isPresent();
    }
}
