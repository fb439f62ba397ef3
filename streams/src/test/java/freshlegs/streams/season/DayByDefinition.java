package freshlegs.streams.season;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What one day's believed facts amount to by themselves, from the definitions of the numbers. */
record DayByDefinition(DayFacts facts) {

    /** Activities that took any time. */
    Stream<Session> trained() {
        return facts.sessions().stream().filter(session -> session.timerSeconds() > 0);
    }

    Stream<Session> runs() {
        return trained().filter(session -> session.sport().isRun());
    }

    OptionalDouble heartRate() {
        return byMovingTime(
                run -> run.heartRate().validShare() >= 0.7 ? run.heartRate().meanBpm() : OptionalDouble.empty());
    }

    OptionalDouble pace() {
        OptionalDouble speed = byMovingTime(run -> run.pace().meanMetresPerSecond());
        return speed.orElse(0) > 0 ? OptionalDouble.of(1000 / speed.getAsDouble()) : OptionalDouble.empty();
    }

    /** Of the run that moved longest, the first of equals. */
    OptionalDouble decoupling() {
        return facts.sessions().stream()
                .filter(session -> session.sport().isRun())
                .sorted(Comparator.comparingDouble(Session::movingSeconds).reversed())
                .map(Session::decouplingPercent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble byMovingTime(Function<Session, OptionalDouble> quantity) {
        List<Session> known = facts.sessions().stream()
                .filter(run -> run.sport().isRun() && run.movingSeconds() > 0)
                .filter(run -> quantity.apply(run).isPresent())
                .toList();
        double seconds = known.stream().mapToDouble(Session::movingSeconds).sum();
        double sum = known.stream()
                .mapToDouble(run -> run.movingSeconds() * quantity.apply(run).getAsDouble())
                .sum();
        return known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / seconds);
    }

    /** An activity's minutes and how hard it felt, where somebody said so. */
    private record Felt(double minutes, OptionalDouble effort) {}

    private List<Felt> felt() {
        List<Felt> felt = new ArrayList<>();
        int run = 0;
        for (Session session : facts.sessions()) {
            run += session.sport().isRun() ? 1 : 0;
            int ordinal = session.sport().isRun() ? run : 0;
            OptionalInt said = facts.checkIns().stream()
                    .filter(CheckIn.AfterRun.class::isInstance)
                    .map(CheckIn.AfterRun.class::cast)
                    .filter(after -> after.ordinal() == ordinal)
                    .map(CheckIn.AfterRun::effort)
                    .findFirst()
                    .orElse(OptionalInt.empty());
            double watch = session.workoutRpe().orElse(0);
            OptionalDouble effort = said.isPresent()
                    ? OptionalDouble.of(said.getAsInt())
                    : watch > 0 && watch <= 10 ? OptionalDouble.of(watch) : OptionalDouble.empty();
            if (session.timerSeconds() > 0) {
                felt.add(new Felt(Math.round(session.timerSeconds() / 6) / 10.0, effort));
            }
        }
        return felt;
    }

    OptionalDouble effort() {
        List<Felt> told =
                felt().stream().filter(one -> one.effort().isPresent()).toList();
        double minutes = told.stream().mapToDouble(Felt::minutes).sum();
        double sum = told.stream()
                .mapToDouble(one -> one.minutes() * one.effort().getAsDouble())
                .sum();
        return minutes > 0 ? OptionalDouble.of(sum / minutes) : OptionalDouble.empty();
    }

    /** Effort times minutes; unknown here where an effort was not told, since then the load stands in for it. */
    OptionalDouble effortLoad() {
        List<Felt> all = felt();
        return all.stream().allMatch(one -> one.effort().isPresent())
                ? OptionalDouble.of(all.stream()
                        .mapToDouble(one -> one.minutes() * one.effort().getAsDouble())
                        .sum())
                : OptionalDouble.empty();
    }

    OptionalDouble resting() {
        OptionalDouble measured =
                possibleResting().mapToDouble(Reading.RestingHeartRate::bpm).findFirst();
        return measured.isPresent() ? measured : pulse().findFirst();
    }

    String restingSource() {
        return possibleResting()
                .map(Reading::device)
                .findFirst()
                .orElse(pulse().findFirst().isPresent() ? "by hand" : "");
    }

    private Stream<Reading.RestingHeartRate> possibleResting() {
        return readings(Reading.RestingHeartRate.class).filter(reading -> reading.bpm() >= 25 && reading.bpm() <= 120);
    }

    private DoubleStream pulse() {
        return morning().flatMapToDouble(said -> said.pulseBpm().stream()).filter(bpm -> bpm <= 120);
    }

    OptionalDouble hrv() {
        return possibleHrv().mapToDouble(Reading.Hrv::rmssdMilliseconds).findFirst();
    }

    String hrvSource() {
        return possibleHrv().map(Reading::device).findFirst().orElse("");
    }

    private Stream<Reading.Hrv> possibleHrv() {
        return readings(Reading.Hrv.class)
                .filter(night -> night.rmssdMilliseconds() >= 3 && night.rmssdMilliseconds() <= 300);
    }

    OptionalDouble sleep() {
        OptionalDouble measured = readings(Reading.Sleep.class)
                .mapToDouble(Reading.Sleep::asleepHours)
                .filter(hours -> hours > 0 && hours <= 24)
                .findFirst();
        return measured.isPresent()
                ? measured
                : morning().flatMapToDouble(said -> said.sleepHours().stream()).findFirst();
    }

    /** The mean answer to at least three questions. */
    OptionalDouble subjective() {
        int[] answers = morning()
                .flatMapToInt(said -> Stream.of(
                                said.fatigue(), said.mood(), said.soreness(), said.stress(), said.sleepQuality())
                        .flatMapToInt(OptionalInt::stream))
                .toArray();
        double sum = 0;
        for (int answer : answers) {
            sum += answer;
        }
        return answers.length < 3
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(100 * sum / answers.length) / 100.0);
    }

    private Stream<CheckIn.Morning> morning() {
        return facts.checkIns().stream()
                .filter(CheckIn.Morning.class::isInstance)
                .map(CheckIn.Morning.class::cast);
    }

    private <R extends Reading> Stream<R> readings(Class<R> type) {
        return facts.readings().stream().filter(type::isInstance).map(type::cast);
    }
}
