package freshlegs.streams.plan;

import freshlegs.model.Person;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription.Decided;
import freshlegs.model.result.Prescription.Decided.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What people's decisions make of an adjusted session. A decision holds while the adjustment is the one that it answers; else it
 * is shown and does nothing. Illness and safety cannot be overruled, only rest can replace rest; nor can what keeps hard days 48
 * hours apart and a week within three tenths more than usual.
 */
final class Answering {
    /** The session after all decisions, and what became of each of them. */
    record Answered(Workout workout, List<Decided> decisions) {
        boolean isDecided() {
            return decisions.stream()
                    .anyMatch(one -> one.standing() == Standing.IN_FORCE && one.verdict() != Verdict.UNDO);
        }
    }

    private final Workout planned;
    private final Adjusted adjusted;
    private final Bounds bounds;
    private final Sessions sessions;

    private Answering(Workout planned, Adjusted adjusted, Bounds bounds, Sessions sessions) {
        this.planned = planned;
        this.adjusted = adjusted;
        this.bounds = bounds;
        this.sessions = sessions;
    }

    /** Of each adjustment there is one decision at most: the one that is believed. */
    static Answered answer(
            Workout planned, Adjusted adjusted, List<PlanDecision> decisions, Bounds bounds, Sessions sessions) {
        if (decisions.isEmpty()) {
            return new Answered(adjusted.workout(), List.of());
        }
        Answering answering = new Answering(planned, adjusted, bounds, sessions);
        List<Decided> decided = decisions.stream()
                .sorted(Comparator.comparing(PlanDecision::cause))
                .map(answering::decided)
                .toList();
        Workout workout = decisions.stream()
                .filter(decision -> answering.standing(decision) == Standing.IN_FORCE)
                .map(answering::workout)
                .findFirst()
                .orElse(adjusted.workout());
        return new Answered(workout, decided);
    }

    private Decided decided(PlanDecision decision) {
        Standing standing = standing(decision);
        return new Decided(
                decision.cause(),
                decision.verdict(),
                decision.decidedBy(),
                decision.recordedAt(),
                standing,
                said(decision, standing));
    }

    private Standing standing(PlanDecision decision) {
        if (adjustment(decision)
                        .filter(now -> now.revision().equals(decision.answers()))
                        .isEmpty()
                || isUnknown(decision)) {
            return Standing.INERT;
        }
        return refusal(decision).isPresent() ? Standing.REFUSED : Standing.IN_FORCE;
    }

    private Optional<String> refusal(PlanDecision decision) {
        if (decision.cause().isBinding() && overrules(decision)) {
            return Optional.of("nobody overrules a rest for illness or safety");
        }
        return decision.verdict() == Verdict.KEEP_PLAN || decision.verdict() == Verdict.CHANGE
                ? bounds.forbids(workout(decision))
                : Optional.empty();
    }

    private Optional<Adjustment> adjustment(PlanDecision decision) {
        return adjusted.adjustment().filter(now -> now.cause() == decision.cause());
    }

    private boolean isUnknown(PlanDecision decision) {
        return decision.workout().filter(name -> named(name).isEmpty()).isPresent();
    }

    private Optional<Workout> named(String name) {
        return NamedWorkout.of(name, planned, sessions);
    }

    private static boolean overrules(PlanDecision decision) {
        return (decision.verdict() == Verdict.KEEP_PLAN || decision.verdict() == Verdict.CHANGE)
                && !decision.workout().equals(Optional.of(NamedWorkout.REST));
    }

    private Workout workout(PlanDecision decision) {
        return switch (decision.verdict()) {
            case ACCEPT, UNDO -> adjusted.workout();
            case KEEP_PLAN -> planned;
            case CHANGE -> decision.workout().flatMap(this::named).orElse(adjusted.workout());
        };
    }

    private String said(PlanDecision decision, Standing standing) {
        String because = decision.reason().map(reason -> ": " + reason).orElse("");
        return switch (standing) {
            case IN_FORCE -> done(decision) + by(decision.decidedBy()) + because;
            case REFUSED ->
                "The " + decision.decidedBy().role().key() + " wished otherwise, but "
                        + refusal(decision).orElseThrow();
            case INERT -> done(decision) + by(decision.decidedBy()) + ", without effect: " + why(decision);
        };
    }

    private static String done(PlanDecision decision) {
        return switch (decision.verdict()) {
            case ACCEPT -> "Accepted";
            case KEEP_PLAN -> "Kept as planned";
            case CHANGE -> "Changed to " + decision.workout().orElse("");
            case UNDO -> "Decision taken back";
        };
    }

    private static String by(Person person) {
        return " by the " + person.role().key();
    }

    private String why(PlanDecision decision) {
        if (adjustment(decision).isEmpty()) {
            return "the adjustment that it answers is gone";
        }
        return isUnknown(decision) ? "there is no such workout" : "the adjustment has changed since";
    }
}
