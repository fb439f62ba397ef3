package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened, told once or often. A fact is the same fact when athlete, kind and {@link #factId} agree; it is
 * the same telling when the {@link #revision} agrees too. Of several revisions the season keeps the one with the highest
 * {@link #rank}, then the highest revision text, whatever the order of arrival.
 */
public sealed interface Fact
        permits Recording,
                Session,
                Reading,
                CheckIn,
                Profile,
                DayClosed,
                Delivery,
                FileDecision,
                Goal,
                PlanDecision,
                AlertVerdict,
                Silence,
                Note,
                PlannedPhase,
                PlanTerms,
                Benchmark,
                Clearance,
                IssuedSession,
                WeekOrder,
                Retraction {
    AthleteId athlete();

    /** What the thing is called among its kind, such as a start time or a date. */
    String factId();

    /** A hash of the content (never of the time of arrival) or an edit sequence. */
    String revision();

    /** The day in the athlete's own time zone that the fact belongs to. */
    LocalDate localDate();

    /** When the pipeline first took it in; freshness is judged by this, trends never are. */
    Instant ingestedAt();

    @JsonIgnore
    FactKind kind();

    /** Which revision is to be believed: the higher, the better. */
    @JsonIgnore
    long rank();

    @JsonIgnore
    default FactRef ref() {
        return new FactRef(kind(), localDate(), factId(), revision());
    }
}
