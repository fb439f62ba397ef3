package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.result.Prescription;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The folded days, and the telling of those that changed. */
final class Days {
    private final Shelf shelf;
    private final Agenda agenda;
    private final Results results;
    private final Published<Prescription> outlook;

    Days(Shelf shelf, Agenda agenda, Results results) {
        this.shelf = shelf;
        this.agenda = agenda;
        this.results = results;
        this.outlook = outlook(shelf, results);
    }

    /** What is told of days that are not folded yet. */
    static Published<Prescription> outlook(Shelf shelf, Results results) {
        return new Published<>(shelf, "outlook", Topics.PRESCRIPTION, results);
    }

    Optional<SeasonDay> get(AthleteId athlete, LocalDate date) {
        return shelf.get(key(athlete, date)).map(Days::read);
    }

    /** Up to {@code count} days before {@code date}, oldest first. */
    List<SeasonDay> before(AthleteId athlete, LocalDate date, int count) {
        return shelf.between(key(athlete, date.minusDays(count)), key(athlete, date)).values().stream()
                .map(Days::read)
                .toList();
    }

    Optional<LocalDate> last(AthleteId athlete) {
        return shelf.lastKey(athlete + "/", end(athlete), key -> true).map(Days::dateOf);
    }

    /** Puts a day in its place; whether it differs from what stood there. */
    boolean replace(SeasonDay day) {
        byte[] bytes = Json.write(day);
        Optional<byte[]> before = shelf.get(key(day.athlete(), day.date()));
        if (before.filter(held -> Arrays.equals(held, bytes)).isPresent()) {
            return false;
        }
        shelf.put(key(day.athlete(), day.date()), bytes);
        tell(before.map(Days::read), day);
        return true;
    }

    /** Takes away what lies outside the athlete's season. */
    void keepOnly(AthleteId athlete, LocalDate first, LocalDate last) {
        removeBetween(athlete + "/", key(athlete, first));
        removeBetween(key(athlete, last.plusDays(1)), end(athlete));
    }

    void removeAll(AthleteId athlete) {
        removeBetween(athlete + "/", end(athlete));
    }

    private void removeBetween(String first, String end) {
        for (Map.Entry<String, byte[]> held : shelf.between(first, end).entrySet()) {
            SeasonDay day = read(held.getValue());
            shelf.remove(held.getKey());
            String key = RecordKey.of(day.athlete(), day.date());
            results.retract(Topics.TREND, key);
            results.retract(Topics.STATUS, key);
            results.retract(Topics.PRESCRIPTION, key);
            day.activities().forEach(told -> retract(day.athlete(), told));
            day.episodes().forEach(episode -> agenda.touchEpisode(day.athlete(), episode.key()));
        }
    }

    private void tell(Optional<SeasonDay> before, SeasonDay day) {
        String key = RecordKey.of(day.athlete(), day.date());
        outlook.forget(day.athlete(), day.date().toString());
        if (!before.map(SeasonDay::trend).equals(Optional.of(day.trend()))) {
            results.publish(Topics.TREND, key, day.trend());
        }
        if (!before.map(SeasonDay::status).equals(Optional.of(day.status()))) {
            results.publish(Topics.STATUS, key, day.status());
        }
        if (!before.map(old -> old.plan().prescription())
                .equals(Optional.of(day.plan().prescription()))) {
            results.publish(Topics.PRESCRIPTION, key, day.plan().prescription());
        }
        tellActivities(before.map(SeasonDay::activities).orElse(List.of()), day);
        touchEpisodes(before, day);
    }

    private void tellActivities(List<ToldActivity> before, SeasonDay day) {
        for (ToldActivity told : day.activities()) {
            if (before.stream().noneMatch(told::isSame)) {
                told.analysis()
                        .ifPresent(analysis ->
                                results.publish(Topics.ACTIVITY, RecordKey.of(day.athlete(), told.key()), analysis));
            }
        }
        before.stream()
                .filter(old ->
                        day.activities().stream().noneMatch(told -> told.key().equals(old.key())))
                .forEach(old -> retract(day.athlete(), old));
    }

    private void retract(AthleteId athlete, ToldActivity told) {
        results.retract(Topics.ACTIVITY, RecordKey.of(athlete, told.key()));
    }

    private void touchEpisodes(Optional<SeasonDay> before, SeasonDay day) {
        if (before.filter(old -> Objects.equals(old.episodes(), day.episodes())).isPresent()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        before.ifPresent(old -> old.episodes().forEach(episode -> keys.add(episode.key())));
        day.episodes().forEach(episode -> keys.add(episode.key()));
        keys.forEach(episode -> agenda.touchEpisode(day.athlete(), episode));
    }

    private static SeasonDay read(byte[] bytes) {
        return Json.read(bytes, SeasonDay.class);
    }

    private static LocalDate dateOf(String key) {
        return LocalDate.parse(key.substring(key.indexOf('/') + 1));
    }

    private static String key(AthleteId athlete, LocalDate date) {
        return athlete + "/" + date;
    }

    private static String end(AthleteId athlete) {
        return athlete + "/:";
    }
}
