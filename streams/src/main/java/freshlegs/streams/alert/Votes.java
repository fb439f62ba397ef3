package freshlegs.streams.alert;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Signals;
import java.util.List;

/**
 * What one day's domains say together. {@code twoKeys}: the athlete feels worse and a heart marker agrees, or performance fell
 * and any other domain agrees. {@code twoMarkers} and {@code slowMarker} are what is left when the athlete says nothing: two
 * heart markers, or slow key sessions and one. {@code fresh}: some domain had a value lately.
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
        boolean feels = signals.votes(Name.SUBJECTIVE);
        boolean performs = signals.votes(Name.PERFORMANCE);
        int markers = 0;
        for (Name marker : MARKERS) {
            markers += signals.votes(marker) ? 1 : 0;
        }
        boolean anyMarker = markers > 0;
        boolean dissociated = signals.votes(Name.DISSOCIATION);
        boolean fresh = false;
        for (Name name : Name.values()) {
            fresh |= name != Name.DISSOCIATION && signals.day().isFresh(name, rules);
        }
        return new Votes(
                (feels && (anyMarker || dissociated)) || (performs && (feels || anyMarker)),
                markers >= 2,
                performs && anyMarker,
                feels && performs,
                signals.day().evidence().isLogged()
                        && signals.domain(Name.SUBJECTIVE).known(),
                fresh);
    }

    /** Where the athlete is meant to be tired, nothing counts without a fall in performance. */
    Votes whereTiredOnPurpose() {
        return new Votes(slowMarker || feelsAndPerforms, false, slowMarker, feelsAndPerforms, logged, fresh);
    }

    /** On days of illness nothing counts. */
    static Votes none() {
        return new Votes(false, false, false, false, false, false);
    }

    boolean raw(boolean lowConfidence) {
        return lowConfidence ? twoMarkers || slowMarker : twoKeys;
    }
}
