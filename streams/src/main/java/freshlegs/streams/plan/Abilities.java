package freshlegs.streams.plan;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Goal;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Ability.Basis;
import freshlegs.model.plan.Ability.Change;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.streams.plan.Benchmarks.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What paces rest on: the latest race or time trial of the last eight weeks by its VDOT. Where it is itself one of at least three of 2
 * to 15 minutes within those weeks, critical speed takes its place: threshold speed is then 95 % of critical speed (on
 * Daniels' curve efforts of 2 to 15 minutes give 93 to 97 % of the speed at VDOT, and threshold is 90 %), and VDOT the one with that
 * threshold speed, so that all paces still follow from one number. Paces follow the latest result even where its change is within
 * the noise: they then move by less than half of their own reach.
 */
final class Abilities {
    static final int FRESH_DAYS = 56;

    private static final double THRESHOLD_SHARE_OF_CRITICAL = 0.95;
    private static final double LEAST_CRITICAL_SHARE = 0.90;
    private static final double UNCHANGED_PERCENT = 1.5;
    private static final double POSSIBLE_PERCENT = 3.5;

    private Abilities() {}

    static Ability on(LocalDate date, Benchmarks benchmarks, Optional<Aim> aim) {
        List<Known> recent = benchmarks.recent(date, FRESH_DAYS).stream()
                .filter(known -> known.vdot().isPresent() || isCritical(known))
                .toList();
        if (recent.isEmpty()) {
            return Ability.UNKNOWN;
        }
        Known latest = recent.get(recent.size() - 1);
        OptionalDouble critical = vdotOfCriticalSpeed(recent, latest);
        OptionalDouble vdot = critical.isPresent() ? critical : vdotOfLatest(recent);
        if (vdot.isEmpty()) {
            return Ability.UNKNOWN;
        }
        return new Ability(
                critical.isPresent() ? Basis.CRITICAL_SPEED : basis(latest),
                Optional.of(latest.date()),
                OptionalInt.of(latest.metres()),
                OptionalDouble.of(latest.seconds()),
                Rounding.to(1, vdot),
                change(latest, benchmarks.known()),
                aim.isPresent() ? predicted(vdot.getAsDouble(), aim.get().distanceMetres()) : OptionalInt.empty(),
                Baseline.said(latest, benchmarks.best(date)));
    }

    private static boolean isCritical(Known known) {
        return CriticalSpeed.counts(known.seconds());
    }

    private static Basis basis(Known known) {
        return known.event() == Goal.Event.RACE ? Basis.RACE : Basis.TIME_TRIAL;
    }

    private static OptionalDouble vdotOfLatest(List<Known> recent) {
        return recent.stream()
                .flatMap(known -> known.vdot().stream())
                .mapToDouble(vdot -> vdot)
                .reduce((before, after) -> after);
    }

    /** Empty also where the line is none: such efforts were not all maximal. */
    private static OptionalDouble vdotOfCriticalSpeed(List<Known> recent, Known latest) {
        if (!isCritical(latest)) {
            return OptionalDouble.empty();
        }
        double full = recent.stream()
                .flatMap(known -> known.vdot().stream())
                .mapToDouble(Vdot::metresPerSecond)
                .max()
                .orElse(0);
        return CriticalSpeed.of(recent.stream()
                        .map(known -> new CriticalSpeed.Effort(known.metres(), known.seconds()))
                        .toList())
                .filter(line -> line.metresPerSecond() >= LEAST_CRITICAL_SHARE * full && line.metresPerSecond() <= full)
                .map(line -> OptionalDouble.of(
                        Vdot.atSpeed(Paces.THRESHOLD.fullSpeed(THRESHOLD_SHARE_OF_CRITICAL * line.metresPerSecond()))))
                .orElse(OptionalDouble.empty());
    }

    /** Against the latest one before it that can be compared: of the same distance, or both within 3 to 21 km by Riegel. */
    private static Optional<Change> change(Known latest, List<Known> all) {
        return all.stream()
                .filter(before -> before.date().isBefore(latest.date()))
                .filter(before -> before.metres() == latest.metres()
                        || (Riegel.covers(before.metres()) && Riegel.covers(latest.metres())))
                .reduce((before, after) -> after)
                .map(before ->
                        change(Riegel.seconds(before.metres(), before.seconds(), latest.metres()), latest.seconds()));
    }

    /** Of two times over one distance. */
    static Change change(double secondsBefore, double seconds) {
        double percent = Rounding.to(2, 100 * (1 - seconds / secondsBefore));
        double size = Math.abs(percent);
        return new Change(
                percent,
                size < UNCHANGED_PERCENT
                        ? Change.Size.UNCHANGED
                        : size <= POSSIBLE_PERCENT ? Change.Size.POSSIBLE : Change.Size.CLEAR);
    }

    /** By the same VDOT; empty where the formula does not hold. Riegel would say nearly the same from 3 to 21 km. */
    static OptionalInt predicted(double vdot, int metres) {
        double seconds = Vdot.seconds(vdot, metres);
        return seconds >= Vdot.SHORTEST_SECONDS && seconds <= Vdot.LONGEST_SECONDS
                ? OptionalInt.of((int) Math.round(seconds))
                : OptionalInt.empty();
    }
}
