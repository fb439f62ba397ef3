package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.compact.Compact;
import freshlegs.model.compact.Layout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.WeekReview;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folded days, and the telling of those that changed. Days that another program folded by other formulas, or wrote by
 * another layout, are not read: they are there to be folded anew.
 */
final class Days {
    private static final Compact<SeasonDay> CODEC = Compact.of(SeasonDay.class, Season.FORMULAS);
    private static final int ATHLETES_REMEMBERED = 10_000;
    private static final int STRETCHES_REMEMBERED = 8;
    /** How many days after its Monday a week's review is made. */
    private static final int SUNDAY = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Days.class);

    private final Shelf shelf;
    private final Layouts layouts;
    private final Agenda agenda;
    private final Results results;
    private final Published<Prescription> outlook;
    private final Recent<AthleteId, Optional<LocalDate>> last = new Recent<>(ATHLETES_REMEMBERED);
    private final Recent<AthleteId, LookBack> stretches = new Recent<>(STRETCHES_REMEMBERED);

    Days(Shelf shelf, Agenda agenda, Results results, Published<Prescription> outlook) {
        this.shelf = shelf;
        this.layouts = new Layouts(shelf);
        this.agenda = agenda;
        this.results = results;
        this.outlook = outlook;
    }

    /** Changes with the formulas and with what a day looks like. */
    static int formulas() {
        return CODEC.fingerprint();
    }

    /** Consecutive days before {@code end}, as many as any day looks back. */
    private record LookBack(LocalDate end, List<SeasonDay> days) {
        Optional<SeasonDay> on(LocalDate date) {
            int fromEnd = (int) (end.toEpochDay() - date.toEpochDay());
            return fromEnd > 0 && fromEnd <= days.size()
                    ? Optional.of(days.get(days.size() - fromEnd))
                    : Optional.empty();
        }
    }

    Optional<SeasonDay> get(AthleteId athlete, LocalDate date) {
        return stretches.get(athlete).flatMap(stretch -> stretch.on(date)).or(() -> shelf.get(key(athlete, date))
                .flatMap(Days::read));
    }

    /** Up to {@link Season#LOOK_BACK_DAYS} days before {@code end}, oldest first. */
    List<SeasonDay> before(AthleteId athlete, LocalDate end) {
        return stretches
                .get(athlete)
                .filter(stretch -> stretch.end().equals(end))
                .map(LookBack::days)
                .orElseGet(() -> readBefore(athlete, end));
    }

    private List<SeasonDay> readBefore(AthleteId athlete, LocalDate end) {
        return shelf.between(key(athlete, end.minusDays(Season.LOOK_BACK_DAYS)), key(athlete, end)).values().stream()
                .flatMap(bytes -> read(bytes).stream())
                .toList();
    }

    /** Keeps in mind what {@link #before} would read, until a day of the athlete's is replaced. */
    void remember(AthleteId athlete, LocalDate end, List<SeasonDay> before) {
        stretches.put(athlete, new LookBack(end, before));
    }

    Optional<LocalDate> last(AthleteId athlete) {
        return last.get(athlete).orElseGet(() -> {
            Optional<LocalDate> found =
                    shelf.lastKey(athlete + "/", end(athlete), key -> true).map(Days::dateOf);
            last.put(athlete, found);
            return found;
        });
    }

    /** Where a fold that is to reach {@code day} begins: there, or behind the last folded day, where folds go on in any case. */
    LocalDate reached(AthleteId athlete, LocalDate day) {
        LocalDate next = last(athlete).map(date -> date.plusDays(1)).orElse(Clocks.EARLIEST);
        return day.isAfter(next) ? next : day;
    }

    /** Puts a day in its place; whether it differs from what stood there. */
    boolean replace(SeasonDay day) {
        AthleteId athlete = day.athlete();
        boolean isNew = last(athlete).filter(date -> !day.date().isAfter(date)).isEmpty();
        byte[] bytes = CODEC.write(day);
        Optional<byte[]> before = isNew ? Optional.empty() : shelf.get(key(athlete, day.date()));
        if (before.filter(held -> Arrays.equals(held, bytes)).isPresent()) {
            return false;
        }
        stretches.forget(athlete);
        layouts.keep(CODEC);
        shelf.put(key(athlete, day.date()), bytes);
        if (isNew) {
            last.put(athlete, Optional.of(day.date()));
        }
        Optional<Prescription> ahead =
                before.isEmpty() ? outlook.handOver(athlete, day.date().toString()) : Optional.empty();
        boolean doubted = before.filter(Doubt::isIn).isPresent();
        tell(before.flatMap(this::readAny), doubted, ahead, day);
        return true;
    }

    /** All of the athlete's days count as another program's until they are folded, and are then told even if they are the same. */
    void doubt(AthleteId athlete) {
        stretches.forget(athlete);
        shelf.between(athlete + "/", end(athlete)).forEach((key, bytes) -> {
            if (!Doubt.isIn(bytes)) {
                shelf.put(key, Doubt.castOn(bytes));
            }
        });
    }

    /** Whether a day tells this of its own topic. */
    boolean isTold(Topic<?> topic, AthleteId athlete, String id) {
        try {
            LocalDate date = DayText.parse(id.split("/", 2)[0]);
            LocalDate told = topic.equals(Topics.REVIEW) ? date.plusDays(SUNDAY) : date;
            return get(athlete, told).filter(day -> tells(day, topic, id)).isPresent();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean tells(SeasonDay day, Topic<?> topic, String id) {
        if (topic.equals(Topics.REVIEW)) {
            return day.review()
                    .filter(review -> review.week().toString().equals(id))
                    .isPresent();
        }
        return topic.equals(Topics.ACTIVITY)
                ? day.activities().stream().anyMatch(told -> told.key().equals(id))
                : day.date().toString().equals(id);
    }

    /** Takes away what lies outside the athlete's season. */
    void keepOnly(AthleteId athlete, LocalDate first, LocalDate end) {
        removeBetween(athlete, athlete + "/", key(athlete, first));
        if (last(athlete).filter(date -> date.isAfter(end)).isPresent()) {
            removeBetween(athlete, key(athlete, end.plusDays(1)), end(athlete));
        }
    }

    void removeAll(AthleteId athlete) {
        removeBetween(athlete, athlete + "/", end(athlete));
    }

    private void removeBetween(AthleteId athlete, String from, String end) {
        SortedMap<String, byte[]> outside = shelf.between(from, end);
        if (outside.isEmpty()) {
            return;
        }
        stretches.forget(athlete);
        last.forget(athlete);
        for (Map.Entry<String, byte[]> held : outside.entrySet()) {
            shelf.remove(held.getKey());
            String key = RecordKey.of(athlete, dateOf(held.getKey()));
            results.retract(Topics.TREND, key);
            results.retract(Topics.STATUS, key);
            results.retract(Topics.PRESCRIPTION, key);
            readAny(held.getValue()).ifPresent(day -> {
                day.review().ifPresent(review -> results.retract(Topics.REVIEW, RecordKey.of(athlete, review.week())));
                day.activities().forEach(told -> retract(athlete, told));
                day.episodes().forEach(episode -> agenda.touchEpisode(athlete, episode.key()));
            });
        }
    }

    private void tell(Optional<SeasonDay> before, boolean doubted, Optional<Prescription> ahead, SeasonDay day) {
        String key = RecordKey.of(day.athlete(), day.date());
        Optional<SeasonDay> known = doubted ? Optional.empty() : before;
        if (!known.map(SeasonDay::trend).equals(Optional.of(day.trend()))) {
            results.publish(Topics.TREND, key, day.trend());
        }
        if (!known.map(SeasonDay::status).equals(Optional.of(day.status()))) {
            results.publish(Topics.STATUS, key, day.status());
        }
        if (!known.map(old -> old.plan().prescription())
                .or(() -> ahead)
                .equals(Optional.of(day.plan().prescription()))) {
            results.publish(Topics.PRESCRIPTION, key, day.plan().prescription());
        }
        tellActivities(before.map(SeasonDay::activities).orElse(List.of()), doubted, day);
        tellReview(before.flatMap(SeasonDay::review), doubted, day.review());
        touchEpisodes(before, day);
    }

    private void tellActivities(List<ToldActivity> before, boolean doubted, SeasonDay day) {
        for (ToldActivity told : day.activities()) {
            if (doubted || !before.contains(told)) {
                results.publish(Topics.ACTIVITY, RecordKey.of(day.athlete(), told.key()), told.analysis());
            }
        }
        before.stream()
                .filter(old ->
                        day.activities().stream().noneMatch(told -> told.key().equals(old.key())))
                .forEach(old -> retract(day.athlete(), old));
    }

    private void tellReview(Optional<WeekReview> before, boolean doubted, Optional<WeekReview> now) {
        if (!doubted && before.equals(now)) {
            return;
        }
        now.or(() -> before).ifPresent(review -> {
            String key = RecordKey.of(review.athlete(), review.week());
            now.ifPresentOrElse(
                    told -> results.publish(Topics.REVIEW, key, told), () -> results.retract(Topics.REVIEW, key));
        });
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

    private static Optional<SeasonDay> read(byte[] bytes) {
        return CODEC.isOwn(bytes) ? Optional.of(CODEC.read(bytes)) : Optional.empty();
    }

    /** What was told of a day, whoever folded it; when that cannot be read, all of it is told again. */
    private Optional<SeasonDay> readAny(byte[] bytes) {
        if (Doubt.isIn(bytes)) {
            return readDoubted(Doubt.without(bytes));
        }
        return CODEC.isOwn(bytes) ? read(bytes) : layouts.of(bytes).flatMap(layout -> read(bytes, layout));
    }

    /** Doubt may be cast on a store that is damaged. */
    private Optional<SeasonDay> readDoubted(byte[] bytes) {
        try {
            return readAny(bytes);
        } catch (RuntimeException e) {
            LOG.info("a day in doubt is not readable: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<SeasonDay> read(byte[] bytes, Layout old) {
        try {
            return Optional.of(CODEC.read(bytes, old));
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.info(
                    "a day of another program is not readable and told anew: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static LocalDate dateOf(String key) {
        return DayText.parse(key.substring(key.indexOf('/') + 1));
    }

    private static String key(AthleteId athlete, LocalDate date) {
        return athlete + "/" + date;
    }

    private static String end(AthleteId athlete) {
        return athlete + "/:";
    }
}
