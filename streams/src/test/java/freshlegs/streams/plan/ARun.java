package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import freshlegs.model.fact.SessionDetail.FormDrift;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.fact.SessionDetail.ShortBout;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.load.TrainingLoad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A day with one run of an hour over 10.8 km, and what was said of it. */
final class ARun {
    private static final SomeFacts ANN = SomeFacts.of("ann");

    private final LocalDate date;
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<LapMark> laps = new ArrayList<>();
    private final List<DistanceBest> bests = new ArrayList<>();
    private final List<EvenStretch> stretches = new ArrayList<>();
    private final List<ShortBout> bouts = new ArrayList<>();
    private final List<Benchmark> told = new ArrayList<>();
    private Optional<Thirds> thirds = Optional.empty();
    private Optional<FormDrift> form = Optional.empty();
    private Optional<String> subSport = Optional.empty();
    private OptionalInt effort = OptionalInt.empty();
    private OptionalInt quality = OptionalInt.empty();
    private double metres = 10_800;
    private double seconds = 3600;

    private ARun(LocalDate date) {
        this.date = date;
    }

    static ARun on(LocalDate date) {
        return new ARun(date);
    }

    ARun repeats(double length, double... times) {
        for (double time : times) {
            repeats.add(new Repeat(1200 + 300 * repeats.size(), time, length, 150, OptionalDouble.empty()));
        }
        return this;
    }

    ARun lap(double length, double time, boolean auto) {
        laps.add(new LapMark(
                600 * laps.size(), time, OptionalDouble.of(length), OptionalInt.empty(), Intensity.ACTIVE, auto));
        return this;
    }

    ARun best(int length, double time) {
        bests.add(new DistanceBest(length, time));
        return this;
    }

    ARun even(int time, double metresPerSecond) {
        stretches.add(new EvenStretch(900, time, metresPerSecond, 2, OptionalDouble.empty()));
        return this;
    }

    ARun strides(int count) {
        for (int i = 0; i < count; i++) {
            bouts.add(new ShortBout(1800 + 90 * i, 20, 5.5));
        }
        return this;
    }

    ARun thirds(double first, double second, double third) {
        thirds = Optional.of(new Thirds(first, second, third));
        return this;
    }

    ARun form(double speed, double cadence) {
        form = Optional.of(new FormDrift(speed, OptionalDouble.of(cadence), OptionalDouble.empty()));
        return this;
    }

    ARun trail() {
        subSport = Optional.of("trail");
        return this;
    }

    ARun size(double length, double time) {
        metres = length;
        seconds = time;
        return this;
    }

    ARun felt(int how) {
        effort = OptionalInt.of(how);
        return this;
    }

    ARun went(int how) {
        quality = OptionalInt.of(how);
        return this;
    }

    ARun told(int length, int time) {
        told.add(ANN.benchmark(date, length, time, 0));
        return this;
    }

    PlanFacts facts() {
        List<CheckIn> said = effort.isEmpty() && quality.isEmpty() ? List.of() : List.of(after());
        Wishes none = Wishes.NONE;
        return new PlanFacts(
                ANN.athlete(),
                date,
                new StatusDay(
                        ANN.athlete(),
                        date,
                        Status.GREEN,
                        "All calm.",
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "1"),
                List.of(),
                List.of(session()),
                said,
                TrainingLoad.of(List.of(), date, List.of(), List.of(), List.of(), OptionalDouble.empty())
                        .body(),
                new Wishes(
                        none.goal(),
                        none.decisions(),
                        none.terms(),
                        told,
                        none.clearance(),
                        none.issued(),
                        none.phases(),
                        Optional.empty()));
    }

    private CheckIn after() {
        CheckIn.AfterRun plain = (CheckIn.AfterRun) ANN.afterRun(date, 5);
        return new CheckIn.AfterRun(
                plain.athlete(),
                date,
                1,
                plain.revision(),
                plain.ingestedAt(),
                plain.recordedAt(),
                effort,
                quality,
                Optional.empty(),
                Set.of());
    }

    private Session session() {
        Session run = ANN.run(date);
        return new Session(
                run.athlete(),
                run.factId(),
                run.revision(),
                run.ingestedAt(),
                run.start(),
                run.localDate(),
                run.sport(),
                subSport,
                run.device(),
                run.heartRateSource(),
                run.source(),
                run.watchProfile(),
                run.recordingRank(),
                run.problem(),
                seconds,
                seconds,
                seconds,
                metres,
                run.workoutRpe(),
                run.workoutFeel(),
                run.heartRate(),
                run.pace(),
                run.decouplingPercent(),
                run.minutes(),
                repeats,
                repeats.isEmpty() ? Session.RepeatSource.NONE : Session.RepeatSource.LAPS,
                new SessionDetail(
                        Optional.empty(),
                        List.of(),
                        bests,
                        bouts,
                        stretches,
                        thirds,
                        List.of(),
                        OptionalInt.empty(),
                        form,
                        laps));
    }
}
