package freshlegs.streams.alert;

import static freshlegs.streams.rule.Threshold.FATIGUE_APART;
import static freshlegs.streams.rule.Threshold.FATIGUE_TOGETHER;
import static freshlegs.streams.rule.Threshold.FATIGUE_UNTOLD;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.alert.CombinedEvidence.Part;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Signals;
import java.util.List;

/**
 * What one day's domains say together. {@code twoKeys}: the athlete feels worse and a heart marker agrees (or is clearly better), or
 * performance fell and any other domain agrees; one of them votes by itself, and {@link CombinedEvidence} is beyond its limit. {@code
 * twoMarkers} and {@code slowMarker} are what is left when the athlete says nothing: two heart markers, or slow key sessions and one.
 * {@code fresh}: some domain had a value lately.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Votes(
        boolean twoKeys,
        boolean twoMarkers,
        boolean slowMarker,
        boolean feelsAndPerforms,
        boolean logged,
        boolean fresh) {

    /** What the heart says. */
    static final List<Name> MARKERS = List.of(Name.RESTING_HEART_RATE, Name.HRV, Name.EXERCISE_HEART_RATE);

    static Votes of(Signals signals, Rules rules) {
        List<Part> parts = CombinedEvidence.parts(signals, rules);
        Keys keys = Keys.of(parts, signals, rules);
        CombinedEvidence all = CombinedEvidence.of(parts);
        boolean voted = signals.domains().stream().anyMatch(Domain::votes);
        boolean fresh = false;
        for (Name name : Name.values()) {
            fresh |= name != Name.DISSOCIATION && signals.day().isFresh(name, rules);
        }
        boolean worse = keys.agree() && all.worse() >= rules.of(FATIGUE_TOGETHER);
        boolean apart = keys.agreeApart() && all.apart() >= rules.of(FATIGUE_APART);
        boolean untold = voted && all.worse() >= rules.of(FATIGUE_UNTOLD);
        return new Votes(
                voted && (worse || apart),
                untold && keys.markers() >= 2,
                untold && keys.performs() && keys.markers() > 0,
                signals.votes(Name.SUBJECTIVE) && signals.votes(Name.PERFORMANCE),
                signals.day().evidence().isLogged()
                        && signals.domain(Name.SUBJECTIVE).known(),
                fresh);
    }

    /** Where the athlete is meant to be tired, nothing counts unless performance {@code fell}, by its own vote. */
    Votes whereTiredOnPurpose(boolean fell) {
        return new Votes(twoKeys && fell, false, slowMarker && fell, feelsAndPerforms, logged, fresh);
    }

    /** On days of illness nothing counts. */
    static Votes none() {
        return new Votes(false, false, false, false, false, false);
    }

    boolean raw(boolean lowConfidence) {
        return lowConfidence ? twoMarkers || slowMarker : twoKeys;
    }
}
