package freshlegs.streams.trend;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.load.AthleteProfile;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.SessionLoad;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.ARun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Trends drawn day by day: {@code new AFewDays().run(10_000, 60).rest().missing().last()}. */
final class AFewDays {
    private static final AthleteId ATHLETE = AthleteId.of("ann");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int LOOK_BACK_DAYS = 84;

    private final List<TrendDay> days = new ArrayList<>();
    private final List<LoadDay> loads = new ArrayList<>();
    private final List<Recovery> nights = new ArrayList<>();
    private OptionalDouble effort = OptionalDouble.of(5);

    /** From now on no effort is told. */
    AFewDays withoutEffort() {
        effort = OptionalDouble.empty();
        return this;
    }

    AFewDays run(double metres, double load) {
        return run(metres, load, ANight.NONE);
    }

    AFewDays run(double metres, double load, Recovery night) {
        SessionLoad session = new SessionLoad(
                Sport.RUNNING,
                false,
                50,
                metres,
                load,
                SessionLoad.Basis.HEART_RATE,
                true,
                OptionalDouble.of(load),
                OptionalDouble.empty(),
                effort,
                OptionalDouble.empty());
        return day(
                List.of(session), List.of(ARun.of(ATHLETE, date()).minutes(50).session()), true, night);
    }

    AFewDays rest() {
        return rest(ANight.NONE);
    }

    AFewDays rest(Recovery night) {
        return day(List.of(), List.of(), true, night);
    }

    AFewDays missing() {
        return day(List.of(), List.of(), false, ANight.NONE);
    }

    AFewDays weeks(int weeks, double metres, double load) {
        for (int day = 0; day < 7 * weeks; day++) {
            run(metres, load);
        }
        return this;
    }

    AFewDays nights(int count, Recovery night) {
        for (int day = 0; day < count; day++) {
            rest(night);
        }
        return this;
    }

    TrendDay last() {
        return days.get(days.size() - 1);
    }

    private AFewDays day(List<SessionLoad> sessions, List<Session> facts, boolean heardOf, Recovery night) {
        LoadDay load = new LoadDay(date(), AthleteProfile.unknown(), List.of(), OptionalDouble.empty(), sessions);
        TrendDay trend = Trend.next(
                new PastDays(recent(days), recent(loads), recent(nights)),
                new Today(ATHLETE, load, facts, heardOf, night, List.of(), Optional.empty()),
                Rules.published());
        days.add(trend);
        loads.add(load);
        nights.add(night);
        return this;
    }

    private LocalDate date() {
        return FIRST_DAY.plusDays(days.size());
    }

    private static <T> List<T> recent(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - LOOK_BACK_DAYS), all.size()));
    }

    /** What a night gave; 0 stands for nothing. */
    record ANight(double bpm, double rmssd, double hours, double answer, String device) implements Recovery {
        static final ANight NONE = new ANight(0, 0, 0, 0, "");

        static ANight resting(double bpm) {
            return new ANight(bpm, 0, 0, 0, "watch-1");
        }

        static ANight hrv(double rmssd) {
            return new ANight(0, rmssd, 0, 0, "watch-1");
        }

        static ANight slept(double hours) {
            return new ANight(0, 0, hours, 0, "watch-1");
        }

        static ANight felt(double answer) {
            return new ANight(0, 0, 0, answer, "");
        }

        ANight on(String otherDevice) {
            return new ANight(bpm, rmssd, hours, answer, otherDevice);
        }

        @Override
        public OptionalDouble restingHeartRateBpm() {
            return known(bpm);
        }

        @Override
        public String restingHeartRateSource() {
            return bpm > 0 ? device : "";
        }

        @Override
        public OptionalDouble hrvRmssdMilliseconds() {
            return known(rmssd);
        }

        @Override
        public String hrvSource() {
            return rmssd > 0 ? device : "";
        }

        @Override
        public OptionalDouble sleepHours() {
            return known(hours);
        }

        @Override
        public OptionalDouble subjective() {
            return known(answer);
        }

        private static OptionalDouble known(double value) {
            return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }
}
