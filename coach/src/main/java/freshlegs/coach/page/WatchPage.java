package freshlegs.coach.page;

import freshlegs.coach.Routes;
import freshlegs.coach.WaysIn;
import freshlegs.coach.page.Step.State;
import freshlegs.coach.read.RouteRow;
import freshlegs.model.AthleteId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How an athlete's files come in: one sentence on top, then each way with the steps that are done and the one that is stuck. {@code
 * known} is whether whoever takes the files says how the ways stand, {@code changes} whether the reader may change them, {@code
 * withdrawn} whether nothing is taken because she has withdrawn her consent.
 */
public record WatchPage(
        String athlete,
        Way.Look look,
        String headline,
        String more,
        boolean known,
        boolean changes,
        List<Way> ways,
        List<Key> keys,
        HandOver handOver,
        boolean folderMissing,
        boolean withdrawn,
        Optional<String> fresh) {

    /** A key for uploads that can be ended. */
    public record Key(String id, String name, String made, String used) {}

    /** What it is made of; {@code fresh} is a key that was made just now, shown this once. */
    public record Material(
            AthleteId athlete,
            List<RouteRow> rows,
            Optional<Routes.Standing> standing,
            boolean changes,
            boolean withdrawn,
            Optional<String> fresh) {}

    public WatchPage {
        ways = List.copyOf(ways);
        keys = List.copyOf(keys);
    }

    public static WatchPage of(Material material, WaysIn waysIn, Voice voice, Clock clock) {
        Days days = new Days(clock);
        HandOver handOver = HandOver.of(waysIn, material.athlete());
        List<Way> ways = new Ways(material.athlete(), handOver, material.standing(), material.rows(), days, voice)
                .all(material.fresh());
        Optional<Way> stuck =
                ways.stream().filter(way -> way.look() == Way.Look.STUCK).findFirst();
        Optional<RouteRow> shown = material.rows().stream()
                .filter(row -> row.shownFrom().isPresent())
                .max(Comparator.comparing(row -> row.shownFrom().orElse(Instant.EPOCH)));
        Way.Look look = stuck.isPresent()
                ? Way.Look.STUCK
                : shown.isPresent() ? Way.Look.WORKS : material.rows().isEmpty() ? Way.Look.UNUSED : Way.Look.BEGUN;
        String last = shown.map(row -> voice.say(
                        "watch.headline.last",
                        days.age(row.shownFrom().orElseThrow(), voice),
                        voice.say("watch.by." + row.way())))
                .orElse("");
        return new WatchPage(
                material.athlete().value(),
                look,
                stuck.map(way -> stuckAt(way, voice)).orElseGet(() -> headline(look, last, voice)),
                more(material.standing(), stuck.isPresent() ? last : "", voice),
                material.standing().isPresent(),
                material.changes() && material.standing().isPresent(),
                ways,
                keys(material.standing(), voice),
                handOver,
                material.standing()
                        .filter(known -> known.folder() == Routes.Folder.MISSING)
                        .isPresent(),
                material.withdrawn(),
                material.fresh());
    }

    private static String headline(Way.Look look, String last, Voice voice) {
        return switch (look) {
            case WORKS -> voice.say("watch.headline.works", last);
            case BEGUN -> voice.say("watch.headline.begun");
            default -> voice.say("watch.headline.unused");
        };
    }

    private static String stuckAt(Way way, Voice voice) {
        String words = way.steps().stream()
                .filter(step -> step.is(State.STUCK))
                .map(Step::words)
                .findFirst()
                .orElse("");
        return voice.say("watch.headline.stuck", voice.say("watch.way." + way.key()), words);
    }

    private static String more(Optional<Routes.Standing> standing, String last, Voice voice) {
        int waiting = standing.map(Routes.Standing::waiting).orElse(0);
        String wait = waiting == 0 ? "" : voice.say("watch.waiting", waiting);
        return (last.isEmpty() ? "" : voice.say("watch.headline.even-so", last) + " ") + wait;
    }

    private static List<Key> keys(Optional<Routes.Standing> standing, Voice voice) {
        return standing.map(Routes.Standing::keys).orElse(List.of()).stream()
                .map(key -> new Key(
                        key.id(),
                        key.name(),
                        voice.moment(key.madeAt()),
                        key.usedOn().map(voice::shortDay).orElse("")))
                .toList();
    }
}
