package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Session.RepeatSource;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.TimedBest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one activity amounted to for the one who did it, by what was known of the athlete on that day. {@code load}: 100 = an hour
 * at threshold; the scores beside it are what each method alone would say. Paces are grade-adjusted. Zones are the minutes at
 * 50-60, 60-70, 70-80, 80-90 and from 90 % of maximal heart rate. Every number is rounded to its published precision.
 */
public record ActivityAnalysis(
        AthleteId athlete,
        LocalDate date,
        String factId,
        String revision,
        Instant start,
        Sport sport,
        Kind kind,
        boolean hard,
        List<String> hardReasons,
        boolean effortDoubtful,
        double timerSeconds,
        double distanceMetres,
        double load,
        String loadBasis,
        OptionalDouble heartRateScore,
        OptionalDouble paceScore,
        OptionalDouble effort,
        OptionalDouble effortLoad,
        OptionalDouble trimp,
        OptionalDouble edwards,
        List<Double> zoneMinutes,
        OptionalDouble heartRateBpm,
        OptionalDouble paceSecondsPerKilometre,
        Peaks peaks,
        OptionalDouble efficiency,
        OptionalDouble beatsPerKilometre,
        OptionalDouble decouplingPercent,
        OptionalDouble heartRateAtPaceResidualBpm,
        OptionalDouble heartRateRecovery60sBpm,
        OptionalInt heartRateAfter2minBpm,
        Optional<Repeats> repeats,
        List<TimedBest> timedBests,
        List<DistanceBest> distanceBests) {

    /** What kind of session it was; HARD is hard without being any of the others, OTHER is no run. */
    public enum Kind {
        EASY,
        STRIDES,
        TEMPO,
        PROGRESSION,
        REPEATS,
        HARD,
        OTHER
    }

    /** The highest means over 30 s, 5 min and 20 min, see {@link Peak}. */
    public record Peaks(Peak over30s, Peak over5min, Peak over20min) {}

    /** {@code effortPercent} is the speed as a share of threshold speed. */
    public record Peak(
            OptionalDouble heartRateBpm, OptionalDouble paceSecondsPerKilometre, OptionalDouble effortPercent) {}

    /**
     * Hard bouts: {@code decrementPercent} is the mean time over the best one less 1, {@code slopePercent} the least-squares
     * change per repeat, {@code lastPercent} the last against the mean of the first two. {@code formCue}: at equal speed fewer
     * steps (3 %) or more time on the ground (4 %) in the last one.
     */
    public record Repeats(
            int count,
            RepeatSource source,
            double meanMetres,
            double meanSeconds,
            OptionalDouble decrementPercent,
            OptionalDouble slopePercent,
            OptionalDouble lastPercent,
            boolean faded,
            boolean formCue) {}

    public ActivityAnalysis {
        hardReasons = List.copyOf(hardReasons);
        zoneMinutes = List.copyOf(zoneMinutes);
        timedBests = List.copyOf(timedBests);
        distanceBests = List.copyOf(distanceBests);
    }

    /** With date and revision: two tellings of one activity may stand on different days, or count as two of them. */
    public String key() {
        return date + "/" + factId + "/" + revision;
    }
}
