package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.model.fact.PlannedPhase.Phase;

/** Phases as the command line names them. */
final class PhaseWord {
    static final String CHOICES = "block (hard on purpose), taper, away, travel, busy, heat or ice.";

    private PhaseWord() {}

    static Phase parse(String word) {
        for (Phase known : Phase.values()) {
            if (known.key().equals(word)) {
                return known;
            }
        }
        throw Problem.wrongUse("A phase is block, taper, away, travel, busy, heat or ice, not \"" + word + "\".");
    }
}
