package freshlegs.streams.season;

import freshlegs.model.fact.Format;
import freshlegs.model.fact.Richness;

/** Why a copy is kept or is an alternative, in plain words. */
final class Wording {
    static final String ALONE = "the only copy";
    static final String TAKEN_BACK = "taken back";
    static final String SAME = "the same recording as in ";

    private Wording() {}

    static String ofLeader(CopyGroup group) {
        Entrant leader = group.leader();
        if (leader.isSplit()) {
            return "a run of its own by decision";
        }
        if (leader.isKeptByDecision()) {
            return "kept by decision";
        }
        return group.size() == 1
                ? ALONE
                : "the richest of " + group.size() + " copies: "
                        + kind(Richness.ofRank(leader.candidate().rank()));
    }

    static String ofAlternative(Entrant leader, Entrant alternative) {
        String copy = alternative.candidate().isVersionOf(leader.candidate())
                ? "another version of the same file: "
                : "an alternative: ";
        return copy + leader.path().orElse("another copy") + " " + advantage(leader, alternative);
    }

    private static String advantage(Entrant leader, Entrant alternative) {
        if (leader.isKeptByDecision()) {
            return "is kept by decision";
        }
        if (leader.candidate().analysed() != alternative.candidate().analysed()) {
            return "could be analysed";
        }
        Richness rich = Richness.ofRank(leader.candidate().rank());
        Richness poor = Richness.ofRank(alternative.candidate().rank());
        if (rich.format() != poor.format()) {
            return "is " + (rich.format() == Format.FIT ? "the watch's own FIT" : "a " + rich.format());
        }
        if (rich.whole() != poor.whole()) {
            return "is whole";
        }
        if (rich.minutesWithHeartRate() != poor.minutesWithHeartRate()) {
            return "has heart rate for longer";
        }
        if (rich.kindsMeasured() != poor.kindsMeasured()) {
            return "measures more";
        }
        return rich.samples() == poor.samples() ? "is as rich, and one had to be taken" : "has more samples";
    }

    private static String kind(Richness richness) {
        return (richness.whole() ? "" : "salvaged ")
                + richness.format()
                + (richness.minutesWithHeartRate() > 0 ? " with heart rate" : " without heart rate");
    }
}
