package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.output.Query;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.TopicReader;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dead letters of all three kinds with what people did about them, the oldest first. */
public record DeadLetters(List<DeadLetter> all) {
    private static final String GONE = "it is not kept there any more";

    public DeadLetters {
        all = List.copyOf(all);
    }

    /** {@code data} is the folder in which the intake puts files aside. */
    public static DeadLetters in(KafkaAddress kafka, DatabaseAddress database, Path data) throws SQLException {
        return of(kafka, database, new SetAsideFiles(data).all());
    }

    /** Those of the streams and the tables; of files only what people did about them. */
    public static DeadLetters ofRecords(KafkaAddress kafka, DatabaseAddress database) throws SQLException {
        return of(kafka, database, List.of());
    }

    private static DeadLetters of(KafkaAddress kafka, DatabaseAddress database, List<DeadLetter> files)
            throws SQLException {
        List<DeadLetter> found = new ArrayList<>();
        Map<String, Notes.Kept> notes;
        try (TopicReader reader = new TopicReader(kafka)) {
            StreamLetters letters = StreamLetters.read(reader);
            found.addAll(letters.all());
            Map<Place, String> known = new HashMap<>();
            found.forEach(letter -> known.put(letter.place(), letter.athlete()));
            found.addAll(TableLetters.all(database, reader, known));
            notes = new Notes(database).all(letters.names());
        }
        found.addAll(files);
        List<DeadLetter> noted = new ArrayList<>();
        found.forEach(letter -> noted.add(
                letter.noted(Optional.ofNullable(notes.remove(letter.id())).map(Notes.Kept::note))));
        notes.forEach((id, kept) -> noted.add(onlyNoted(id, kept)));
        noted.sort(Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::id));
        return new DeadLetters(noted);
    }

    /** Those of the streams alone, without what people did about them. */
    public static DeadLetters ofStreams(KafkaAddress kafka) {
        try (TopicReader reader = new TopicReader(kafka)) {
            return new DeadLetters(StreamLetters.read(reader).all());
        }
    }

    /** A row that was unreadable and has come, or a file that was removed: what was done about it still counts. */
    private static DeadLetter onlyNoted(String id, Notes.Kept kept) {
        Place place = TableLetters.where(id).orElseGet(() -> Place.ofFile("unknown"));
        Kind kind = id.startsWith("file-") ? Kind.INTAKE : place.isRecord() ? Kind.WAREHOUSE : Kind.STREAMS;
        return new DeadLetter(
                id, kind, kept.note().at(), place, place, kept.athlete(), GONE, 1, Optional.of(kept.note()));
    }

    public DeadLetter find(String id) {
        return all.stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.failed(
                        "There is no dead letter " + Texts.line(id) + ": `freshlegs dead-letters --all` lists them."));
    }

    /** Those of one athlete, as far as that can be said. */
    public DeadLetters of(String athlete) {
        return new DeadLetters(
                all.stream().filter(letter -> letter.athlete().equals(athlete)).toList());
    }

    /** How many of a kind nobody has done anything about. */
    public long open(Kind kind) {
        return all.stream()
                .filter(letter -> letter.kind() == kind && letter.state() == DeadLetter.State.OPEN)
                .count();
    }

    public List<DeadLetter> twinsOf(DeadLetter letter) {
        return all.stream().filter(letter::isTwinOf).toList();
    }

    /** How many there are, of each kind and together: what is not open was replayed or discarded. */
    public String counts() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            parts.add(count(
                    kind.key(),
                    all.stream().filter(letter -> letter.kind() == kind).toList()));
        }
        parts.add(count("all", all));
        return String.join("; ", parts) + ".";
    }

    private static String count(String name, List<DeadLetter> letters) {
        List<String> parts = new ArrayList<>();
        for (DeadLetter.State state : DeadLetter.State.values()) {
            long many =
                    letters.stream().filter(letter -> letter.state() == state).count();
            parts.add(many + " " + state.key());
        }
        return name + " " + letters.size() + " = " + String.join(" + ", parts);
    }

    /** What the record holds, as long as its topic has it. */
    public static Optional<Letter> read(DeadLetter letter, KafkaAddress kafka) {
        try (TopicReader reader = new TopicReader(kafka)) {
            return Optional.of(letter.lies())
                    .filter(Place::isRecord)
                    .flatMap(place -> reader.at(place.topicPartition(), place.offset()))
                    .map(Letter::of);
        }
    }

    /** The file that was put aside, as long as it lies there. */
    public static Optional<Path> file(DeadLetter letter, Path data) {
        return new SetAsideFiles(data).find(letter.id());
    }

    /** Whether the same file was put aside later than the letter says. */
    public static boolean isSetAsideAgain(DeadLetter letter, Path data) {
        return new SetAsideFiles(data)
                .all().stream()
                        .anyMatch(
                                now -> now.id().equals(letter.id()) && now.at().isAfter(letter.at()));
    }

    /** Whether the place is noted as one that could not become a row. */
    static boolean isUnreadable(Place place, DatabaseAddress database) throws SQLException {
        return !Query.of(List.of("seenAt"), "freshlegs.unreadable where topic = ? and partition = ? and \"offset\" = ?")
                .with(place.topic(), place.partition(), place.offset())
                .ask(database)
                .rows()
                .isEmpty();
    }
}
