package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.setting.RulesFile;
import freshlegs.streams.rule.Rules;

/** A set of thresholds named on the command line: a file, or the published one. */
final class RulesOption {
    static final String PUBLISHED = "published";

    private RulesOption() {}

    static Rules read(String option, String text) {
        try {
            return text.equals(PUBLISHED) ? Rules.published() : RulesFile.read(text);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(option + " cannot be \"" + text + "\": " + e.getMessage() + ".");
        }
    }
}
