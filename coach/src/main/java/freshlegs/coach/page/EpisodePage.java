package freshlegs.coach.page;

import freshlegs.coach.read.KnownEpisode;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.util.List;

/** One episode on its own page: what was suspected and when, on what evidence, and what the plan did. */
public record EpisodePage(
        Summary summary,
        List<Step> steps,
        List<Evidence> evidence,
        List<String> context,
        List<String> missing,
        List<Session> changes,
        List<Summary> earlier) {

    /** An episode in one line. */
    public record Summary(
            String id,
            String athlete,
            String cause,
            Standing standing,
            String why,
            boolean lowConfidence,
            boolean open,
            String span) {

        static Summary of(KnownEpisode known) {
            Episode episode = known.episode();
            return new Summary(
                    known.id(),
                    episode.athlete().value(),
                    causeInWords(episode.cause()),
                    Standing.of(episode.status()),
                    episode.why(),
                    episode.lowConfidence(),
                    episode.open(),
                    spanInWords(episode));
        }
    }

    /** When it reached what. */
    public record Step(Standing standing, String isoDate, String day) {}

    /** {@code stretches} share one id, the latest first; there is at least one. */
    public static EpisodePage of(List<KnownEpisode> stretches, List<Prescription> plan) {
        KnownEpisode known = stretches.get(0);
        Episode episode = known.episode();
        return new EpisodePage(
                Summary.of(known),
                episode.steps().stream()
                        .map(step ->
                                new Step(Standing.of(step.status()), step.day().toString(), Days.day(step.day())))
                        .toList(),
                episode.domains().stream().map(Evidence::of).toList(),
                episode.context(),
                episode.missing(),
                plan.stream()
                        .filter(day -> day.adjustment().isPresent())
                        .map(Session::of)
                        .toList(),
                stretches.stream().skip(1).map(Summary::of).toList());
    }

    static String causeInWords(Episode.Cause cause) {
        return switch (cause) {
            case FATIGUE -> "Accumulating fatigue suspected";
            case ILLNESS -> "Illness suspected";
            case SAFETY -> "Safety sign reported";
        };
    }

    private static String spanInWords(Episode episode) {
        String from = Days.day(episode.firstDay());
        if (episode.open()) {
            return "since " + from + ", still open";
        }
        return episode.firstDay().equals(episode.lastDay()) ? from : from + " to " + Days.day(episode.lastDay());
    }
}
