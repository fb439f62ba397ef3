package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.List;

/**
 * How an athlete stands on one day and why: one sentence, every domain with its numbers, what explains it otherwise
 * ({@code context}) and what was missing.
 */
public record StatusDay(
        AthleteId athlete,
        LocalDate date,
        Status status,
        String why,
        boolean lowConfidence,
        List<Domain> domains,
        List<String> context,
        List<String> missing) {

    public StatusDay {
        domains = List.copyOf(domains);
        context = List.copyOf(context);
        missing = List.copyOf(missing);
    }
}
