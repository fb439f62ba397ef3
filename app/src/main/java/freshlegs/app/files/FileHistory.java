package freshlegs.app.files;

import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One person's files and the season that follows from them. */
public record FileHistory(String name, int files, int setAside, List<SeasonDay> days) {
    private static final double DAYS_A_YEAR = 365.25;

    public FileHistory {
        days = List.copyOf(days);
    }

    /** Everything below the folders that is a watch file or a table of check-ins. */
    public static FileHistory of(String name, List<Path> folders, FileFacts facts) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile)
                        .filter(FileFacts::isTaken)
                        .sorted()
                        .toList()) {
                    facts.add(file);
                }
            }
        }
        return new FileHistory(name, facts.files(), facts.setAside(), fold(facts.days()));
    }

    /** As the streams do it. */
    public static List<SeasonDay> fold(List<DayFacts> facts) {
        List<SeasonDay> days = new ArrayList<>(facts.size());
        for (DayFacts day : facts) {
            days.add(Season.next(days, day, Rules.published()));
        }
        return days;
    }

    /** Every episode as it came to stand, by its first day. */
    public static List<Episode> episodes(List<SeasonDay> days) {
        Map<String, Episode> latest = new LinkedHashMap<>();
        for (SeasonDay day : days) {
            day.episodes().forEach(episode -> latest.put(episode.key(), episode));
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(Episode::firstDay).thenComparing(Episode::cause))
                .toList();
    }

    public List<Episode> episodes() {
        return episodes(days);
    }

    double years() {
        return days.size() / DAYS_A_YEAR;
    }

    long days(Status status) {
        return days.stream().filter(day -> day.status().status() == status).count();
    }

    /** The share of days on which enough was known to judge a domain. */
    double known(Domain.Name name) {
        long known = days.stream()
                .flatMap(day -> day.status().domains().stream())
                .filter(domain -> domain.name() == name && domain.known())
                .count();
        return days.isEmpty() ? 0 : (double) known / days.size();
    }
}
