package freshlegs.model.result;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.Status;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.json.Absent;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the plan asks of one day: {@code planned} is the ladder's session, {@code prescribed} what is left of it after looking
 * at how the athlete stands and at what people decided. They differ only when there is an {@code adjustment}. {@code aim} is the
 * goal that lies ahead, {@code ability} what the paces rest on, {@code done} the planned session that was run on this day. What is
 * {@code issued} stays as it was when the day began; what is {@code proposed} holds when somebody accepts it, at the latest when the
 * day begins.
 */
public record Prescription(
        AthleteId athlete,
        LocalDate date,
        int level,
        String levelName,
        Status status,
        Workout planned,
        Workout prescribed,
        Optional<Adjustment> adjustment,
        Optional<Aim> aim,
        List<Decided> decisions,
        Optional<PlanWeek> week,
        Ability ability,
        Optional<Done> done,
        @JsonDeserialize(using = Absent.IsNo.class) boolean issued,
        @JsonDeserialize(using = Absent.IsNo.class) boolean proposed) {

    /** The race or time trial that the athlete trains for. */
    public record Aim(Goal.Event event, int distanceMetres, LocalDate date, OptionalInt targetSeconds) {
        public static Aim of(Goal goal) {
            return new Aim(goal.event(), goal.distanceMetres(), goal.eventDate(), goal.targetSeconds());
        }
    }

    /** What a person decided about an adjustment of this day, whether it holds, and that in words. */
    public record Decided(
            AdjustmentCause cause,
            PlanDecision.Verdict verdict,
            Person decidedBy,
            Instant decidedAt,
            Standing standing,
            String said) {

        /** What became of a decision. */
        public enum Standing {
            IN_FORCE,
            /** Illness and safety cannot be overruled. */
            REFUSED,
            /** What it answers has been changed or removed since. */
            INERT
        }
    }

    /** With the planned session that was run. */
    public Prescription with(Optional<Done> run) {
        return new Prescription(
                athlete,
                date,
                level,
                levelName,
                status,
                planned,
                prescribed,
                adjustment,
                aim,
                decisions,
                week,
                ability,
                run,
                issued,
                proposed);
    }

    /** Messages from before it was told have neither week nor ability. */
    public Prescription {
        decisions = List.copyOf(decisions);
        ability = Objects.requireNonNullElse(ability, Ability.UNKNOWN);
    }
}
