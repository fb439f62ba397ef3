package freshlegs.coach.page;

import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.result.ActivityAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The repeats and laps of a run as lines of tables. */
final class Bouts {
    private Bouts() {}

    /** The fade of a repeat is by how much its pace falls short of the fastest one's, in percent: 100 (v_best / v - 1). */
    static List<ActivityPage.RepeatLine> repeats(List<Repeat> repeats, RunWords words) {
        double best =
                repeats.stream().mapToDouble(Repeat::speedMetresPerSecond).max().orElse(0);
        List<ActivityPage.RepeatLine> lines = new ArrayList<>();
        for (Repeat repeat : repeats) {
            double speed = repeat.speedMetresPerSecond();
            lines.add(new ActivityPage.RepeatLine(
                    lines.size() + 1,
                    RunWords.time(repeat.durationSeconds()),
                    words.distance(repeat.distanceMetres()),
                    words.pace(speed),
                    RunWords.bpm(repeat.meanHeartRateBpm()),
                    RunWords.time(repeat.recoverySeconds()),
                    speed > 0 ? "+" + Numbers.one(100 * (best / speed - 1)) + " %" : Numbers.NONE));
        }
        return lines;
    }

    static String sum(ActivityAnalysis.Repeats repeats, RunWords words, Sayings sayings) {
        return sayings.say(
                repeats.faded() ? "activity.repeats.faded" : "activity.repeats.held",
                repeats.count(),
                words.distance(repeats.meanMetres()),
                RunWords.time(repeats.meanSeconds()),
                percent(repeats.decrementPercent()),
                percent(repeats.slopePercent()),
                percent(repeats.lastPercent()));
    }

    private static String percent(OptionalDouble percent) {
        return percent.isPresent() ? Numbers.signed(percent) + " %" : Numbers.NONE;
    }

    static List<ActivityPage.LapLine> laps(List<LapMark> laps, RunWords words) {
        List<ActivityPage.LapLine> lines = new ArrayList<>();
        for (LapMark lap : laps) {
            lines.add(new ActivityPage.LapLine(
                    lines.size() + 1,
                    Numbers.clock(lap.startSecond()),
                    RunWords.time(lap.seconds()),
                    lap.metres().isPresent() ? words.distance(lap.metres().getAsDouble()) : Numbers.NONE,
                    lap.metres().isPresent() && lap.seconds() > 0
                            ? words.pace(lap.metres().getAsDouble() / lap.seconds())
                            : Numbers.NONE,
                    lap.heartRateBpm().isPresent() ? lap.heartRateBpm().getAsInt() + " bpm" : Numbers.NONE,
                    lap.intensity().name().toLowerCase(Locale.ROOT),
                    lap.autoLap()));
        }
        return lines;
    }
}
