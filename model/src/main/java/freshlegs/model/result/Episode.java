package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One stretch of days with one cause. In the converged state it is (athlete, cause, first day) and nothing more; the id that
 * people see is given by whoever tells them first. {@code status} is the worst it reached, {@code steps} when it reached what,
 * {@code domains} the evidence on the day of the latest step, {@code rules} those that saw something on that day, with their
 * versions, {@code ruleSet} the version of all thresholds; empty in what older programs told.
 */
public record Episode(
        AthleteId athlete,
        Cause cause,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean open,
        Status status,
        String why,
        boolean lowConfidence,
        List<Step> steps,
        List<Domain> domains,
        List<String> context,
        List<String> missing,
        List<String> rules,
        String ruleSet) {

    /** Why an episode exists; each cause runs on its own. */
    public enum Cause {
        FATIGUE,
        ILLNESS,
        SAFETY
    }

    /** The day on which the episode first reached a status. */
    public record Step(Status status, LocalDate day) {}

    public Episode {
        steps = List.copyOf(steps);
        domains = List.copyOf(domains);
        context = List.copyOf(context);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
        ruleSet = Objects.requireNonNullElse(ruleSet, "");
    }

    public String key() {
        return cause.name().toLowerCase(Locale.ROOT) + "." + firstDay;
    }
}
