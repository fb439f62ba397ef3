package freshlegs.coach.page;

import freshlegs.coach.read.EvidenceRow;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.model.result.Episode;
import freshlegs.model.result.StatusDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One episode on its own page: what was suspected and when, on what evidence, and what the plan did. */
public record EpisodePage(
        Summary summary,
        List<Step> steps,
        List<Evidence> evidence,
        List<String> context,
        List<String> missing,
        String agreement,
        String confidence,
        String confidenceWhy,
        String clears,
        String toAthlete,
        List<AlertChange> changes,
        List<RuleUse> rules,
        String ruleSet,
        List<Fact> facts,
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
            String span,
            String clears) {

        static Summary of(KnownEpisode known, Voice voice) {
            Episode episode = known.episode();
            return new Summary(
                    known.id(),
                    episode.athlete().value(),
                    causeInWords(episode.cause(), voice),
                    Standing.of(episode.status(), voice),
                    voice.units().prose(episode.why()),
                    episode.lowConfidence(),
                    episode.open(),
                    spanInWords(episode, voice),
                    episode.open() ? episode.clears() : "");
        }
    }

    /** When it reached what. */
    public record Step(Standing standing, String isoDate, String day) {}

    /** A rule by which the alert was raised, with what is known of it. */
    public record RuleUse(String id, String signature, Optional<Rulebook.Rule> explained) {
        static RuleUse of(String signature, Rulebook rulebook) {
            String id = Rulebook.idOf(signature);
            return new RuleUse(id, signature, rulebook.find(id));
        }
    }

    /** A fact that the alert rests on: what it is called, what it says, and where it came from; {@code activity} is its page. */
    public record Fact(String day, String name, String says, String from, Optional<String> activity) {
        static Fact of(EvidenceRow row, String athlete, Voice voice) {
            String value = row.value().isPresent()
                    ? Numbers.one(row.value()) + " " + row.unit().orElse("")
                    : Numbers.NONE;
            String from = Stream.of(row.path(), row.device())
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" · "));
            Optional<String> activity = row.kind().equals("session")
                    ? Optional.of("/athletes/" + athlete + "/activities/" + row.factId())
                    : Optional.empty();
            return new Fact(voice.shortDay(row.date()), row.kind() + "/" + row.factId(), value.strip(), from, activity);
        }
    }

    /**
     * {@code stretches} share one id, the latest first; there is at least one. {@code days} are those up to its latest step, {@code
     * evidence} the facts that it rests on.
     */
    public static EpisodePage of(
            List<KnownEpisode> stretches,
            List<AlertChange> plan,
            List<StatusDay> days,
            String toAthlete,
            List<EvidenceRow> evidence,
            Rulebook rulebook,
            Voice voice) {
        KnownEpisode known = stretches.get(0);
        Episode episode = known.episode();
        return new EpisodePage(
                Summary.of(known, voice),
                episode.steps().stream()
                        .map(step -> new Step(
                                Standing.of(step.status(), voice), step.day().toString(), voice.day(step.day())))
                        .toList(),
                Evidence.of(episode.domains(), days, voice),
                episode.context().stream().map(voice.units()::prose).toList(),
                episode.missing(),
                episode.agreement(),
                voice.say("alerts.confidence."
                        + episode.confidence().level().name().toLowerCase(Locale.ROOT)),
                episode.confidence().why(),
                episode.clears(),
                toAthlete,
                plan,
                episode.rules().stream()
                        .map(signature -> RuleUse.of(signature, rulebook))
                        .toList(),
                episode.ruleSet(),
                evidence.stream()
                        .map(row -> Fact.of(row, episode.athlete().value(), voice))
                        .toList(),
                stretches.stream()
                        .skip(1)
                        .map(stretch -> Summary.of(stretch, voice))
                        .toList());
    }

    static String causeInWords(Episode.Cause cause, Voice voice) {
        return voice.say("alerts.cause." + cause.name().toLowerCase(Locale.ROOT));
    }

    private static String spanInWords(Episode episode, Voice voice) {
        String from = voice.day(episode.firstDay());
        if (episode.open()) {
            return voice.say("alerts.span.open", from);
        }
        return episode.firstDay().equals(episode.lastDay())
                ? from
                : voice.say("words.to", from, voice.day(episode.lastDay()));
    }
}
