package freshlegs.warehouse;

import freshlegs.model.result.Episode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives episodes names that stay. An episode keeps the name it has, unless nobody was told of it and it has taken in an alert that
 * was told; else it takes that of the published one of the same
 * athlete and cause whose days it shares (best one that nothing bears, then the one of most shared days) or comes within
 * {@value #NEAR_DAYS} days of, the nearest first; else it gets a new one, of the athlete, its first day and the cause. A
 * published episode lasts as long as all that bear its name, and one that nothing bears keeps the days it had last, so that
 * what was merged into another finds its name again when it is split off.
 */
final class EpisodeNames {
    static final int NEAR_DAYS = 7;

    private final Map<String, PublishedEpisode> published = new LinkedHashMap<>();
    private final Map<Episode, String> names = new LinkedHashMap<>();

    private EpisodeNames() {}

    /** Of all that stands; what is {@code partial} lacks some, so that an alert that nothing bears may yet come back. */
    static EpisodeNames of(List<PublishedEpisode> known, List<StandingEpisode> standing, boolean partial) {
        EpisodeNames result = new EpisodeNames();
        known.forEach(each -> result.published.put(each.id(), each));
        standing.stream()
                .sorted(Comparator.comparing((StandingEpisode each) -> each.id().isEmpty())
                        .thenComparing(each -> each.episode().firstDay()))
                .forEach(result::name);
        if (!partial) {
            standing.forEach(each -> result.preferTold(each.episode()));
        }
        result.settleDays();
        return result;
    }

    /** Every published episode, the new ones too, with its days brought up to date. */
    List<PublishedEpisode> published() {
        return List.copyOf(published.values());
    }

    Map<Episode, String> names() {
        return Map.copyOf(names);
    }

    /** The episodes that bear a name, the worst first and of these the latest. */
    List<Episode> called(String id) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Episode::status)
                        .thenComparing(Episode::lastDay)
                        .reversed())
                .toList();
    }

    private void name(StandingEpisode standing) {
        Episode episode = standing.episode();
        String id = standing.id()
                .filter(published::containsKey)
                .or(() -> nearest(episode))
                .orElseGet(() -> publish(episode));
        names.put(episode, id);
    }

    /** What merges into one of which nobody was told yet is the alert that people know, not a new one. */
    private void preferTold(Episode episode) {
        String id = names.getOrDefault(episode, "");
        if (published.containsKey(id) && published.get(id).told().isEmpty()) {
            alike(episode)
                    .filter(each -> each.told().isPresent() && gapDays(each, episode) <= 0)
                    .filter(each -> !names.containsValue(each.id()))
                    .min(order(episode))
                    .ifPresent(known -> names.put(episode, known.id()));
        }
    }

    private Optional<String> nearest(Episode episode) {
        return alike(episode)
                .filter(each -> gapDays(each, episode) <= NEAR_DAYS)
                .min(order(episode))
                .map(PublishedEpisode::id);
    }

    private Stream<PublishedEpisode> alike(Episode episode) {
        return published.values().stream()
                .filter(each -> each.athlete().equals(episode.athlete()) && each.cause() == episode.cause());
    }

    /** The best name first. */
    private Comparator<PublishedEpisode> order(Episode episode) {
        return Comparator.comparing((PublishedEpisode each) -> gapDays(each, episode) > 0)
                .thenComparing(each -> gapDays(each, episode) <= 0 && names.containsValue(each.id()))
                .thenComparingLong(each -> gapDays(each, episode))
                .thenComparingLong(each -> unlikeness(each, episode))
                .thenComparing(PublishedEpisode::id);
    }

    private String publish(Episode episode) {
        String plain = String.join(
                "-",
                episode.athlete().value(),
                episode.firstDay().toString(),
                episode.cause().name().toLowerCase(Locale.ROOT));
        String id = plain;
        for (int i = 2; published.containsKey(id); i++) {
            id = plain + "-" + i;
        }
        published.put(
                id,
                new PublishedEpisode(
                        id,
                        episode.athlete(),
                        episode.cause(),
                        episode.firstDay(),
                        episode.lastDay(),
                        Optional.empty()));
        return id;
    }

    private void settleDays() {
        for (PublishedEpisode each : List.copyOf(published.values())) {
            List<LocalDate> days = new ArrayList<>();
            called(each.id()).forEach(episode -> days.addAll(List.of(episode.firstDay(), episode.lastDay())));
            if (!days.isEmpty()) {
                LocalDate first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
                LocalDate last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
                published.put(each.id(), each.lasting(first, last));
            }
        }
    }

    /** By how many days the one's beginning and end lie off those of the other. */
    private static long unlikeness(PublishedEpisode published, Episode episode) {
        return Math.abs(ChronoUnit.DAYS.between(published.firstDay(), episode.firstDay()))
                + Math.abs(ChronoUnit.DAYS.between(published.lastDay(), episode.lastDay()));
    }

    /** Days from the end of the one to the beginning of the other; the more days they share, the more negative. */
    private static long gapDays(PublishedEpisode published, Episode episode) {
        return Math.max(
                ChronoUnit.DAYS.between(published.lastDay(), episode.firstDay()),
                ChronoUnit.DAYS.between(episode.lastDay(), published.firstDay()));
    }
}
