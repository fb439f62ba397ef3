package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactRef;
import freshlegs.model.topic.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has been touched and must be looked at again: days to fold, copies to compare, episodes and deliveries to tell of. */
final class Agenda {
    private static final byte[] MARK = {};
    private static final String DAYS = "day";
    private static final String EPISODES = "episode";
    private static final String DELIVERIES = "delivery";
    private static final String COPIES = "copies";
    private static final String READINGS = "reading";

    private final Shelf shelf;

    Agenda(Shelf shelf) {
        this.shelf = shelf;
    }

    void touchDay(AthleteId athlete, LocalDate date) {
        mark(athlete, DAYS, date.toString());
    }

    void touchEpisode(AthleteId athlete, String episode) {
        mark(athlete, EPISODES, episode);
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

    /** The first touched day at or after {@code date}. */
    Optional<LocalDate> nextDay(AthleteId athlete, LocalDate date) {
        String prefix = prefix(athlete, DAYS);
        return shelf.firstKey(prefix + date, prefix + ":", key -> true)
                .map(key -> LocalDate.parse(key.substring(prefix.length())));
    }

    Optional<LocalDate> firstDay(AthleteId athlete) {
        return nextDay(athlete, Clocks.EARLIEST);
    }

    void settleDaysBefore(AthleteId athlete, LocalDate date) {
        String prefix = prefix(athlete, DAYS);
        shelf.between(prefix, prefix + date).keySet().forEach(shelf::remove);
    }

    void settleDays(AthleteId athlete) {
        shelf.startingWith(prefix(athlete, DAYS)).keySet().forEach(shelf::remove);
    }

    List<String> takeEpisodes(AthleteId athlete) {
        return take(prefix(athlete, EPISODES), Integer.MAX_VALUE);
    }

    List<String> takeDeliveries(AthleteId athlete, int most) {
        return take(prefix(athlete, DELIVERIES), most);
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
        shelf.startingWith("").keySet().forEach(key -> athletes.add(RecordKey.athleteOf(key)));
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
