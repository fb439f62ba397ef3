package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a person is told of an episode: {@code step} is the status that is told, or that it is {@link #GONE} or {@link #BACK},
 * {@code domains} are those that vote, {@code adjustment} is the next session that the plan has changed, and what follows it is as
 * in the episode.
 */
record AlertMessage(
        String id,
        AthleteId athlete,
        Status status,
        String step,
        Episode.Cause cause,
        String why,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean lowConfidence,
        List<Evidence> domains,
        Optional<JsonNode> adjustment,
        String athleteWhy,
        Optional<Episode.Confidence> confidence,
        List<String> context,
        List<String> missing,
        String clears,
        List<String> rules,
        String ruleSet) {

    /** Late or corrected data has removed the ground of an alert that was told. */
    static final String GONE = "GONE";

    /** It stands again after that was told. */
    static final String BACK = "BACK";

    private static final String WITHDRAWN = "Withdrawn: late or corrected data has removed the ground for this alert.";

    /** One voting domain with its numbers. */
    record Evidence(
            Domain.Name name,
            OptionalDouble value,
            String unit,
            OptionalDouble baseline,
            OptionalDouble spread,
            OptionalDouble z,
            int days,
            OptionalDouble low,
            OptionalDouble high,
            double chart,
            OptionalDouble limit,
            int baselineDays,
            OptionalInt values) {
        static Evidence of(Domain domain) {
            return new Evidence(
                    domain.name(),
                    domain.value(),
                    domain.unit(),
                    domain.baseline(),
                    domain.spread(),
                    domain.z(),
                    domain.days(),
                    domain.low(),
                    domain.high(),
                    domain.chart(),
                    domain.limit(),
                    domain.baselineDays(),
                    domain.values());
        }
    }

    static AlertMessage of(String id, PublishedEpisode published, Episode worst, Optional<JsonNode> adjustment) {
        return new AlertMessage(
                id,
                worst.athlete(),
                worst.status(),
                worst.status().name(),
                worst.cause(),
                worst.why(),
                published.firstDay(),
                published.lastDay(),
                worst.lowConfidence(),
                worst.domains().stream().filter(Domain::votes).map(Evidence::of).toList(),
                adjustment,
                worst.athleteWhy(),
                Optional.of(worst.confidence()),
                worst.context(),
                worst.missing(),
                worst.clears(),
                worst.rules(),
                worst.ruleSet());
    }

    /** That an alert of which people were told {@code told} has lost its ground. */
    static AlertMessage gone(PublishedEpisode published, Status told, Optional<JsonNode> adjustment) {
        return new AlertMessage(
                published.id(),
                published.athlete(),
                told,
                GONE,
                published.cause(),
                WITHDRAWN,
                published.firstDay(),
                published.lastDay(),
                false,
                List.of(),
                adjustment,
                WITHDRAWN,
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                List.of(),
                "");
    }

    /** The same, as news that it stands again. */
    AlertMessage back() {
        return new AlertMessage(
                id,
                athlete,
                status,
                BACK,
                cause,
                why,
                firstDay,
                lastDay,
                lowConfidence,
                domains,
                adjustment,
                athleteWhy,
                confidence,
                context,
                missing,
                clears,
                rules,
                ruleSet);
    }
}
