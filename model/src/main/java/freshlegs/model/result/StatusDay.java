package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How an athlete stands on one day and why: one sentence, every domain with its numbers, what explains it otherwise
 * ({@code context}) and what was missing. {@code rules} are those that saw something today, with their versions,
 * {@code ruleSet} is the version of all thresholds; empty in what older programs told.
 */
public record StatusDay(
        AthleteId athlete,
        LocalDate date,
        Status status,
        String why,
        boolean lowConfidence,
        List<Domain> domains,
        List<String> context,
        List<String> missing,
        List<String> rules,
        String ruleSet) {

    public StatusDay {
        domains = List.copyOf(domains);
        context = List.copyOf(context);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
        ruleSet = Objects.requireNonNullElse(ruleSet, "");
    }
}
