package freshlegs.streams.alert;

import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The phases planned for a day or ended shortly before it, carried from day to day, the one that began last at the end. */
public record Phases(List<Planned> planned) {
    public static final Phases NONE = new Phases(List.of());

    /** Circumstances such as heat are the plan's business alone. */
    private static final Set<Phase> EXPLAINING = EnumSet.of(Phase.BLOCK, Phase.TAPER, Phase.AWAY);

    /** For so many days after its end a phase is remembered. */
    private static final int REMEMBERED_DAYS = 14;

    /** One phase with its first and last day. */
    public record Planned(Phase phase, LocalDate first, LocalDate last) {
        boolean holdsOn(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    public Phases {
        planned = List.copyOf(planned);
    }

    /** Those of {@code today}, {@code begin} being what is stated to begin then or, on a season's first day, before. */
    public Phases next(List<PlannedPhase> begin, LocalDate today) {
        List<Planned> all = new ArrayList<>(planned);
        begin.stream()
                .filter(stated -> !stated.cancelled() && EXPLAINING.contains(stated.phase()))
                .map(stated -> new Planned(stated.phase(), stated.localDate(), stated.lastDay()))
                .sorted(Comparator.comparing(Planned::first))
                .forEach(all::add);
        all.removeIf(one -> one.last().plusDays(REMEMBERED_DAYS).isBefore(today));
        return new Phases(all);
    }

    /** The phase that holds; of several the one that began last. */
    public Optional<Planned> on(LocalDate date) {
        return planned.stream().filter(one -> one.holdsOn(date)).reduce((earlier, later) -> later);
    }

    /** Whether the athlete is meant to be tired: in a hard block, or shortly after one. */
    public boolean isMeantToTire(LocalDate date, Rules rules) {
        return on(date).map(one -> one.phase() == Phase.BLOCK).orElseGet(() -> planned.stream()
                .anyMatch(one -> one.phase() == Phase.BLOCK
                        && one.last().isBefore(date)
                        && !one.last()
                                .plusDays(rules.count(Threshold.CONTEXT_TIRED_AFTER))
                                .isBefore(date)));
    }

    /** In words, such as {@code Planned hard block until 2026-03-14}. */
    Optional<String> said(LocalDate date, Rules rules) {
        Optional<String> held = on(date).map(one -> name(one.phase()) + " until " + one.last());
        return held.isPresent() || !isMeantToTire(date, rules)
                ? held
                : planned.stream()
                        .filter(one -> one.phase() == Phase.BLOCK && one.last().isBefore(date))
                        .reduce((earlier, later) -> later)
                        .map(one -> name(one.phase()) + " ended on " + one.last());
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case BLOCK -> "Planned hard block";
            case TAPER -> "Planned taper";
            case AWAY -> "Away as planned";
            case TRAVEL -> "Travelling as planned";
            case BUSY -> "A busy time as planned";
            case HEAT -> "Heat";
            case ICE -> "Ice";
        };
    }
}
