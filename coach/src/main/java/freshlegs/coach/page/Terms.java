package freshlegs.coach.page;

import freshlegs.coach.read.TermsRow;
import freshlegs.model.fact.PlanTerms;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** The terms of a plan in words. */
final class Terms {
    private Terms() {}

    static String words(TermsRow terms) {
        return "Training is possible on "
                + terms.days().stream().sorted().map(Terms::shortName).collect(Collectors.joining(", "))
                + "; the long run is on " + shortName(terms.longRun()) + ". "
                + (terms.mode() == PlanTerms.Mode.AUTOMATIC
                        ? "Changes hold at once and can be taken back."
                        : "Changes are proposed first; what nobody has decided about holds when its day begins.");
    }

    static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
