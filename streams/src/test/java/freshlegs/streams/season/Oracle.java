package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.Differences;
import freshlegs.streams.plan.Wishes;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.session.SessionAnalysis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must be told of a set of facts, worked out in one go from first to last day: it shares the formulas with the season, and
 * nothing of its stores, its agenda or its haste.
 */
public final class Oracle {
    private final Map<Topic<?>, SortedMap<String, String>> expected = new TreeMap<>(Comparator.comparing(Topic::name));
    private final List<String> undefined = new ArrayList<>();

    private Oracle(Collection<? extends Fact> facts) {
        Topics.results().forEach(topic -> expected.put(topic, new TreeMap<>()));
        Map<AthleteId, List<Fact>> athletes =
                facts.stream().map(Oracle::taken).collect(Collectors.groupingBy(Fact::athlete));
        athletes.forEach(this::work);
    }

    /** {@code facts} are all that came and was not deleted, each telling as often as it came. */
    public static Oracle of(Collection<? extends Fact> facts) {
        return new Oracle(facts);
    }

    /** Every result by topic and key, as JSON. */
    public Map<Topic<?>, SortedMap<String, String>> all() {
        return expected;
    }

    /** Where what was told is not what it should be, field by field, and where trends are not what their definitions say. */
    public List<String> differences(Map<Topic<?>, SortedMap<String, String>> told) {
        List<String> all = new ArrayList<>(Differences.between(told, expected));
        all.addAll(undefined);
        return all;
    }

    private static Fact taken(Fact fact) {
        return fact instanceof Recording recording ? SessionAnalysis.of(recording) : fact;
    }

    private void work(AthleteId athlete, List<Fact> told) {
        FactsAsTold facts = FactsAsTold.of(told);
        CopyOracle copies = facts.copies();
        List<DayFacts> days = facts.days(athlete, copies);
        List<SeasonDay> season = new ArrayList<>();
        Map<String, Episode> episodes = new TreeMap<>();
        for (DayFacts day : days) {
            SeasonDay next = Season.next(List.copyOf(season), day, Rules.published());
            season.add(next);
            next.episodes().forEach(episode -> episodes.put(episode.key(), episode));
            tell(Topics.TREND, athlete, day.date(), next.trend());
            tell(Topics.STATUS, athlete, day.date(), next.status());
            tell(Topics.PRESCRIPTION, athlete, day.date(), next.plan().prescription());
            next.review().ifPresent(review -> tell(Topics.REVIEW, athlete, review.week(), review));
            next.activities().forEach(done -> tell(Topics.ACTIVITY, athlete, done.key(), done.analysis()));
        }
        episodes.forEach((key, episode) -> tell(Topics.EPISODE, athlete, key, episode));
        if (!season.isEmpty()) {
            outlook(
                    athlete,
                    season,
                    facts.ahead(copies, days.get(days.size() - 1).date(), Season.outlookDays(season)));
        }
        for (FileOutcome outcome : new FilesOracle(facts, copies).outcomes()) {
            tell(Topics.FILE_OUTCOME, athlete, outcome.deliveryId(), outcome);
        }
        undefined.addAll(TrendsByDefinition.disagreements(
                days, season.stream().map(SeasonDay::trend).toList()));
    }

    private void outlook(AthleteId athlete, List<SeasonDay> season, List<Wishes> ahead) {
        int from = Math.max(0, season.size() - Season.LOOK_BACK_DAYS);
        for (Prescription day : Season.outlook(season.subList(from, season.size()), ahead)) {
            tell(Topics.PRESCRIPTION, athlete, day.date(), day);
        }
    }

    private void tell(Topic<?> topic, AthleteId athlete, Object id, Object result) {
        expected.computeIfAbsent(topic, t -> new TreeMap<>()).put(RecordKey.of(athlete, id), Json.writeText(result));
    }
}
