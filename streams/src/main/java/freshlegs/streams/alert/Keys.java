package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Signals;

/**
 * Which of two keys are turned: the athlete feels worse, performance fell, so many heart markers are worse, or one is clearly better.
 * A chart turns its key at a share of its own limit; that alone is no alert.
 */
record Keys(boolean feels, boolean performs, int markers, boolean calmer) {

    static Keys of(Signals signals, Rules rules) {
        double share = rules.of(Threshold.FATIGUE_KEY);
        int markers = 0;
        boolean calmer = false;
        for (Name marker : Votes.MARKERS) {
            double needed = share * signals.limits().of(marker);
            boolean fresh = signals.day().isFresh(marker, rules);
            double chart = signals.domain(marker).chart();
            markers += fresh && chart >= needed ? 1 : 0;
            calmer |= fresh && chart <= -needed;
        }
        Domain feeling = signals.domain(Name.SUBJECTIVE);
        return new Keys(
                signals.day().isFresh(Name.SUBJECTIVE, rules)
                        && feeling.chart() >= share * signals.limits().of(Name.SUBJECTIVE),
                signals.votes(Name.PERFORMANCE)
                        || signals.keySessions() >= share * signals.limits().of(Name.PERFORMANCE),
                markers,
                calmer);
    }

    /** The athlete feels worse and a heart marker agrees, or performance fell and anything else agrees. */
    boolean agree() {
        return (feels && markers > 0) || (performs && (feels || markers > 0));
    }

    /** The athlete feels worse while the heart beats more calmly or performance fell. */
    boolean agreeApart() {
        return feels && (calmer || performs);
    }
}
