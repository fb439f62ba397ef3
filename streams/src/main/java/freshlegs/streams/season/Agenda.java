package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactRef;
import freshlegs.model.result.Refold.Stray;
import freshlegs.model.topic.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has been touched and must be looked at again: days to fold, copies to compare, episodes and deliveries to tell of. Of a
 * block of {@value Season#LOOK_BACK_DAYS} days only the earliest touched one is noted, and the whole rest of the block counts as
 * touched: a fold that begins there cannot stop before the block ends anyway.
 */
final class Agenda {
    private static final byte[] MARK = {};
    private static final String BEHIND_ALL = "\uFFFF";
    private static final int ATHLETES_REMEMBERED = 5_000;
    private static final String DAYS = "day";
    private static final String EPISODES = "episode";
    private static final String DELIVERIES = "delivery";
    private static final String COPIES = "copies";
    private static final String READINGS = "reading";
    private static final String STRAYS = "stray";

    private final Shelf shelf;
    private final Recent<AthleteId, NavigableMap<LocalDate, LocalDate>> touched = new Recent<>(ATHLETES_REMEMBERED);
    private final Recent<AthleteId, Set<String>> touchedEpisodes = new Recent<>(ATHLETES_REMEMBERED);

    Agenda(Shelf shelf) {
        this.shelf = shelf;
    }

    void touchDay(AthleteId athlete, LocalDate date) {
        LocalDate block = blockOf(date);
        LocalDate earliest = touchedDays(athlete).get(block);
        if (earliest == null || date.isBefore(earliest)) {
            note(athlete, block, date);
        }
    }

    private void note(AthleteId athlete, LocalDate block, LocalDate date) {
        touchedDays(athlete).put(block, date);
        shelf.put(prefix(athlete, DAYS) + block, date.toString().getBytes(StandardCharsets.UTF_8));
    }

    void touchEpisode(AthleteId athlete, String episode) {
        Set<String> noted = touchedEpisodes.get(athlete).orElseGet(HashSet::new);
        if (noted.add(episode)) {
            mark(athlete, EPISODES, episode);
        }
        touchedEpisodes.put(athlete, noted);
    }

    void touchDelivery(AthleteId athlete, String delivery) {
        mark(athlete, DELIVERIES, delivery);
    }

    /** Which recordings are copies of one run may be different at {@code place}, see {@link Copies}. */
    void touchCopies(AthleteId athlete, String place) {
        mark(athlete, COPIES, place);
    }

    /** Whether a reading or check-in counts may be different. */
    void touchReading(AthleteId athlete, FactRef ref) {
        mark(
                athlete,
                READINGS,
                String.join("/", ref.localDate().toString(), ref.kind().key(), ref.factId(), ref.revision()));
    }

    /** A result that is to be taken back unless it is told. */
    void touchStray(AthleteId athlete, Stray stray) {
        mark(athlete, STRAYS, stray.topic() + "/" + stray.key());
    }

    /** The first touched day at or after {@code date}. */
    Optional<LocalDate> nextDay(AthleteId athlete, LocalDate date) {
        return Optional.ofNullable(touchedDays(athlete).ceilingEntry(blockOf(date)))
                .map(Map.Entry::getValue)
                .map(earliest -> earliest.isBefore(date) ? date : earliest);
    }

    Optional<LocalDate> firstDay(AthleteId athlete) {
        return Optional.ofNullable(touchedDays(athlete).firstEntry()).map(Map.Entry::getValue);
    }

    void settleDaysBefore(AthleteId athlete, LocalDate date) {
        LocalDate block = blockOf(date);
        settle(athlete, touchedDays(athlete).headMap(block, false));
        LocalDate earliest = touchedDays(athlete).get(block);
        if (earliest != null && earliest.isBefore(date)) {
            note(athlete, block, date);
        }
    }

    void settleDays(AthleteId athlete) {
        settle(athlete, touchedDays(athlete));
    }

    private void settle(AthleteId athlete, Map<LocalDate, LocalDate> done) {
        String prefix = prefix(athlete, DAYS);
        done.keySet().forEach(block -> shelf.remove(prefix + block));
        done.clear();
    }

    private NavigableMap<LocalDate, LocalDate> touchedDays(AthleteId athlete) {
        return touched.get(athlete).orElseGet(() -> {
            String prefix = prefix(athlete, DAYS);
            NavigableMap<LocalDate, LocalDate> days = new TreeMap<>();
            shelf.startingWith(prefix)
                    .forEach((key, date) -> days.put(
                            LocalDate.parse(key.substring(prefix.length())),
                            LocalDate.parse(new String(date, StandardCharsets.UTF_8))));
            touched.put(athlete, days);
            return days;
        });
    }

    private static LocalDate blockOf(LocalDate date) {
        long day = date.toEpochDay();
        return LocalDate.ofEpochDay(day - Math.floorMod(day, (long) Season.LOOK_BACK_DAYS));
    }

    List<String> takeEpisodes(AthleteId athlete) {
        touchedEpisodes.forget(athlete);
        return take(prefix(athlete, EPISODES), Integer.MAX_VALUE);
    }

    List<String> takeDeliveries(AthleteId athlete, int most) {
        return take(prefix(athlete, DELIVERIES), most);
    }

    List<Stray> takeStrays(AthleteId athlete) {
        return take(prefix(athlete, STRAYS), Integer.MAX_VALUE).stream()
                .map(text -> new Stray(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
                .toList();
    }

    List<String> takeCopies(AthleteId athlete, int most) {
        return take(prefix(athlete, COPIES), most);
    }

    List<FactRef> takeReadings(AthleteId athlete, int most) {
        return take(prefix(athlete, READINGS), most).stream()
                .map(text -> FactKey.parse(athlete + "/" + text))
                .map(key -> new FactRef(key.kind(), LocalDate.parse(key.place()), key.factId(), key.revision()))
                .toList();
    }

    Set<AthleteId> athletes() {
        Set<AthleteId> athletes = new TreeSet<>();
        shelf.eachKey("", BEHIND_ALL, key -> athletes.add(RecordKey.athleteOf(key)));
        return athletes;
    }

    private void mark(AthleteId athlete, String what, String id) {
        shelf.put(prefix(athlete, what) + id, MARK);
    }

    private List<String> take(String prefix, int most) {
        List<String> keys =
                shelf.startingWith(prefix).keySet().stream().limit(most).toList();
        keys.forEach(shelf::remove);
        return keys.stream().map(key -> key.substring(prefix.length())).toList();
    }

    private static String prefix(AthleteId athlete, String what) {
        return athlete + "/" + what + "/";
    }
}
