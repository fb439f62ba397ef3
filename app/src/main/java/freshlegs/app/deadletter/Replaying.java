package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.deadletter.DeadLetter.Note;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.service.Rest;
import freshlegs.app.service.TopicReader;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.warehouse.SecondReading;
import freshlegs.warehouse.WarehouseSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings records on their way again, by the topic that they came from and under the key of their content, and looks whether they
 * came. Keys are identities, so that doing it twice, or once more after a crash, changes nothing.
 */
public final class Replaying {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final Notes notes;
    private final WarehouseSettings warehouse;
    private final Predicate<AthleteId> departed;
    private final Clock clock;
    private final String by;
    private final String why;

    /** By the settings by which tables are written; of those who {@code departed} nothing comes any more. */
    public Replaying(WarehouseSettings warehouse, Predicate<AthleteId> departed, String by, String why) {
        this.warehouse = warehouse;
        this.departed = departed;
        this.kafka = warehouse.kafka();
        this.database = warehouse.database();
        this.notes = new Notes(database);
        this.clock = warehouse.clock();
        this.by = by;
        this.why = why;
    }

    /**
     * All together, waiting once. {@code mended} is what to say instead, of those whose content was mended; {@code stated} whose they
     * are where a key says otherwise.
     */
    public List<Replay> run(
            DeadLetters all, List<DeadLetter> chosen, Map<String, byte[]> mended, Optional<String> stated)
            throws SQLException, InterruptedException {
        List<Replay> replays = new ArrayList<>();
        Map<DeadLetter, Place> sent = new LinkedHashMap<>();
        try (Resending resending = new Resending(kafka, departed, stated)) {
            for (DeadLetter letter : chosen) {
                Optional<byte[]> content = Optional.ofNullable(mended.get(letter.id()));
                if (letter.kind() == Kind.WAREHOUSE && content.isEmpty()) {
                    replays.add(readAgain(letter));
                } else {
                    resending
                            .send(letter, content)
                            .ifPresentOrElse(
                                    place -> sent.put(letter, place),
                                    () -> replays.add(Replay.stays(letter, resending.refusal())));
                }
            }
        }
        if (!sent.isEmpty()) {
            replays.addAll(await(sent));
        }
        for (Replay replay : replays) {
            keep(replay, all);
        }
        return replays;
    }

    private Replay readAgain(DeadLetter letter) throws SQLException {
        Place place = letter.place();
        return switch (new SecondReading(warehouse).of(place.topic(), place.partition(), place.offset())) {
            case ROW -> Replay.came(letter, place.toString(), "it is a row now");
            case OVERTAKEN ->
                Replay.came(letter, place.toString(), "a later record of its key has come, and that is what counts");
            case GONE ->
                Replay.stays(
                        letter,
                        "its topic does not hold it any more, because a later record of its key has come: discard it with"
                                + " `freshlegs dead-letters discard " + letter.id() + " --why TEXT`");
            case UNREADABLE ->
                Replay.stays(
                        letter,
                        "it is no row still: "
                                + Diagnosis.of(
                                                place.topic(),
                                                DeadLetters.read(letter, kafka).flatMap(Letter::content))
                                        .fault()
                                        .orElse("see its reason")
                                + "; mend it with `freshlegs dead-letters fix " + letter.id() + "`");
        };
    }

    private List<Replay> await(Map<DeadLetter, Place> sent) throws SQLException, InterruptedException {
        List<Replay> replays = new ArrayList<>();
        if (!Rest.await(kafka, database, LIMIT)) {
            sent.keySet()
                    .forEach(
                            letter -> replays.add(
                                    Replay.stays(
                                            letter,
                                            "it is in its topic again, but the tables have not followed within "
                                                    + LIMIT.toMinutes()
                                                    + " minutes: see that everything runs, and replay it once more, which does no harm")));
            return replays;
        }
        Map<Place, String> again = deadAgain();
        for (Map.Entry<DeadLetter, Place> each : sent.entrySet()) {
            Place place = each.getValue();
            Optional<String> dead = Optional.ofNullable(again.get(place));
            if (dead.isEmpty() && DeadLetters.isUnreadable(place, database)) {
                dead = Optional.of(TableLetters.id(place));
            }
            replays.add(dead.map(id -> Replay.stays(each.getKey(), "it is a dead letter again, " + id))
                    .orElseGet(() -> Replay.came(each.getKey(), place.toString(), "it came as " + place)));
        }
        return replays;
    }

    private Map<Place, String> deadAgain() {
        Map<Place, String> dead = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            StreamLetters.read(reader).all().forEach(letter -> dead.put(letter.place(), letter.id()));
        }
        return dead;
    }

    /** A record that came is at rest wherever else it had stopped. */
    private void keep(Replay replay, DeadLetters all) throws SQLException {
        if (replay.cameAs().isEmpty()) {
            return;
        }
        Note note = new Note(State.REPLAYED, by, clock.instant(), why, replay.cameAs());
        DeadLetter letter = replay.letter();
        boolean wholeWay = !replay.cameAs().get().equals(letter.place().toString());
        if (wholeWay) {
            for (DeadLetter twin : all.twinsOf(letter)) {
                forget(twin);
                notes.keep(twin, note);
            }
        }
        forget(letter);
        notes.keep(letter, note);
    }

    private void forget(DeadLetter letter) throws SQLException {
        if (letter.kind() == Kind.WAREHOUSE) {
            notes.forgetUnreadable(letter.place());
        }
    }
}
