package freshlegs.streams.alert;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.alert.CombinedEvidence.Part;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Signals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which kinds of evidence turn a key: those that are worse than usual, and the heart markers that are better. A chart turns its key at a
 * share of its own limit, key sessions by their vote as well; that alone is no alert.
 */
record Keys(Set<Name> worse, Set<Name> better) {

    static Keys of(Signals signals, Rules rules) {
        return of(CombinedEvidence.parts(signals, rules), signals, rules);
    }

    /** Of the parts of the combined evidence, where those are at hand. */
    static Keys of(List<Part> parts, Signals signals, Rules rules) {
        Set<Name> worse = EnumSet.noneOf(Name.class);
        Set<Name> better = EnumSet.noneOf(Name.class);
        for (Part part : parts) {
            double needed = rules.of(Threshold.FATIGUE_KEY) * signals.limits().of(part.name());
            if (part.chart() >= needed) {
                worse.add(part.name());
            } else if (part.isHeart() && part.chart() <= -needed) {
                better.add(part.name());
            }
        }
        if (signals.votes(Name.PERFORMANCE)) {
            worse.add(Name.PERFORMANCE);
        }
        return new Keys(worse, better);
    }

    /** All of them, in the order of the kinds. */
    Set<Name> all() {
        Set<Name> all = EnumSet.noneOf(Name.class);
        all.addAll(worse);
        all.addAll(better);
        return all;
    }

    int markers() {
        return (int) worse.stream().filter(Votes.MARKERS::contains).count();
    }

    boolean performs() {
        return worse.contains(Name.PERFORMANCE);
    }

    private boolean feels() {
        return worse.contains(Name.SUBJECTIVE);
    }

    /** The athlete feels worse and a heart marker agrees, or performance fell and anything else agrees. */
    boolean agree() {
        boolean marked = markers() > 0;
        return (feels() && marked) || (performs() && (feels() || marked));
    }

    /** The athlete feels worse while the heart beats more calmly or performance fell. */
    boolean agreeApart() {
        return feels() && (!better.isEmpty() || performs());
    }
}
