package freshlegs.app.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Show;
import freshlegs.ingest.SpoolAtRest;
import freshlegs.ingest.Taken;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import freshlegs.model.queue.WaitingFile;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file's way: its bytes, the spool, what was decoded, its facts, its outcome. */
final class FileSteps {
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final List<String> OUTCOME = List.of(
            "deliveryId",
            "path",
            "sha256",
            "receivedAt",
            "outcome",
            "reason",
            "duplicateOf",
            "route",
            "archive",
            "copies",
            "salvage",
            "decision");

    private final AthletesTopics topics;
    private final Rows rows;
    private final SpoolAtRest spool;
    private final OriginalFiles originals;
    private final FactSteps facts;

    FileSteps(AthletesTopics topics, Rows rows, SpoolAtRest spool, OriginalFiles originals) {
        this.topics = topics;
        this.originals = originals;
        this.rows = rows;
        this.spool = spool;
        this.facts = new FactSteps(topics, rows);
    }

    /** The steps, and the facts that the file held as far as it was read. */
    record Way(List<Step> steps, List<FactRef> facts, List<Place> places, Instant from) {}

    Way of(AthleteId athlete, String id) throws SQLException {
        Optional<Taken> taken = spool.find(id);
        Optional<ObjectNode> row = rows
                .ask(OUTCOME, "freshlegs.file_outcome WHERE athlete = ? AND delivery_id = ?", athlete.value(), id)
                .stream()
                .findFirst();
        Instant received = taken.map(Taken::receivedAt)
                .or(() -> row.flatMap(each -> Rows.instant(each, "receivedAt")))
                .orElse(Instant.EPOCH);
        Instant from = received.equals(Instant.EPOCH) ? received : received.minus(SLACK);
        List<Step> steps = new ArrayList<>();
        steps.add(bytes(id, received, taken, row));
        steps.add(spooled(id, taken));
        steps.addAll(queued(athlete, id, from, taken));
        Optional<Place> told =
                topics
                        .find(Topics.DELIVERY, athlete, from, key -> key.startsWith(athlete + "/delivery/" + id + "/"))
                        .stream()
                        .reduce((first, last) -> last);
        Optional<Delivery> delivery = told.flatMap(Place::content).map(json -> Json.read(json, Delivery.class));
        List<Place> places = new ArrayList<>();
        told.ifPresent(places::add);
        steps.addAll(decoded(told, delivery, taken));
        List<FactRef> held = delivery.map(Delivery::contents).orElse(List.of());
        steps.addAll(facts.records(athlete, held, from, places));
        steps.addAll(outcome(athlete, id, from, row, delivery.isPresent(), places));
        return new Way(steps, held, places, from);
    }

    private static Step bytes(String id, Instant received, Optional<Taken> taken, Optional<ObjectNode> row) {
        String path = taken.map(Taken::path)
                .or(() -> row.flatMap(each -> Rows.text(each, "path")))
                .orElse("a file of an unknown path");
        String hash = taken.map(Taken::sha256)
                .or(() -> row.flatMap(each -> Rows.text(each, "sha256")))
                .orElse("unknown");
        String route = taken.map(each -> each.route().key())
                .or(() -> row.flatMap(each -> Rows.text(each, "route")))
                .orElse("an unknown route");
        Optional<String> archive =
                taken.flatMap(Taken::archive).or(() -> row.flatMap(each -> Rows.text(each, "archive")));
        String sentence =
                path + taken.map(each -> ", " + each.sizeBytes() + " bytes").orElse("") + ", sha256 " + hash
                        + ", handed over by " + route
                        + archive.map(in -> ", out of the archive " + in).orElse("");
        Step step = received.equals(Instant.EPOCH) ? Step.of("bytes", sentence) : Step.at(received, "bytes", sentence);
        return step.with("delivery", id).with("file", hash);
    }

    private Step spooled(String id, Optional<Taken> taken) {
        if (taken.isEmpty()) {
            return Step.missing("spool", "no ticket " + id + " in this data folder: it was taken over by another one");
        }
        if (taken.get().waits()) {
            return Step.missing("spool", "not yet: ticket " + id + " waits for its turn")
                    .with("delivery", id);
        }
        return Step.at(
                        taken.get().movedAt(),
                        "spool",
                        "ticket " + id + " is done; its content is "
                                + kept(taken.get().sha256()))
                .with("delivery", id);
    }

    private String kept(String sha256) {
        try {
            return originals.has(sha256) ? "still kept" : "not kept any more";
        } catch (IOException e) {
            return "not to be asked for: " + e.getMessage();
        }
    }

    /** How the workers of the intake got to know of it; files out of an archive go along with that. */
    private List<Step> queued(AthleteId athlete, String id, Instant from, Optional<Taken> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        String key = RecordKey.of(athlete, WaitingFile.KIND + "/" + id);
        List<Step> announced = topics.find(Topics.TICKET, athlete, from, key::equals).stream()
                .filter(place -> place.content().isPresent())
                .limit(1)
                .map(place -> place.step("queue", "announced as"))
                .toList();
        return announced.isEmpty() && taken.get().waits()
                ? List.of(Step.missing(
                        "queue", "not yet: nobody has announced it; `freshlegs run` or `freshlegs ingest` does"))
                : announced;
    }

    private static List<Step> decoded(Optional<Place> told, Optional<Delivery> delivery, Optional<Taken> taken) {
        if (told.isEmpty() || delivery.isEmpty()) {
            boolean waits = taken.filter(Taken::waits).isPresent();
            return List.of(Step.missing(
                    "decode",
                    waits ? "not yet" : "no delivery is told in " + Topics.DELIVERY.name() + ", or it was erased"));
        }
        Delivery file = delivery.get();
        List<Step> steps = new ArrayList<>();
        if (file.problem().isPresent()) {
            steps.add(Step.missing(
                    "decode",
                    "set aside because " + Unmeasured.of(file.problem().get())));
        } else {
            steps.add(Step.of(
                    "decode",
                    "read" + kinds(file.contents())
                            + (file.unknownMessages() == 0
                                    ? ""
                                    : ", " + file.unknownMessages() + " unknown messages")));
        }
        file.salvage()
                .ifPresent(salvage -> steps.add(Step.of(
                        "decode",
                        "damaged: " + salvage.percentRead() + " % of it could be read, because "
                                + Unmeasured.of(salvage.reason()))));
        steps.add(told.get().step("delivery", "told as"));
        return steps;
    }

    private static String kinds(List<FactRef> contents) {
        Map<String, Integer> kinds = new TreeMap<>();
        contents.forEach(ref -> kinds.merge(ref.kind().key(), 1, Integer::sum));
        StringBuilder said = new StringBuilder();
        kinds.forEach(
                (kind, count) -> said.append(", ").append(count).append(' ').append(kind));
        return said.toString();
    }

    private List<Step> outcome(
            AthleteId athlete, String id, Instant from, Optional<ObjectNode> row, boolean isTold, List<Place> places) {
        List<Step> steps = new ArrayList<>();
        Optional<Place> told =
                topics.find(Topics.FILE_OUTCOME, athlete, from, key -> key.equals(athlete + "/" + id)).stream()
                        .reduce((first, last) -> last);
        if (told.isEmpty()) {
            steps.add(Step.missing(
                    "outcome",
                    isTold
                            ? "not yet: the streams have not told what became of it; `freshlegs doctor` says whether they are"
                                    + " at work"
                            : "not yet"));
            return steps;
        }
        places.add(told.get());
        steps.add(told.get().step("outcome", "told as"));
        if (row.isEmpty()) {
            steps.add(Step.missing(
                    "tables",
                    "not yet: the outcome is told and is no row; `freshlegs doctor` says what the tables wait for"));
            return steps;
        }
        String duplicate =
                Rows.text(row.get(), "duplicateOf").map(of -> " of " + of).orElse("");
        String why = Rows.text(row.get(), "reason")
                .map(reason -> ", because " + Unmeasured.of(reason))
                .orElse("");
        String decision = Rows.text(row.get(), "decision")
                .filter(said -> !said.equalsIgnoreCase("none"))
                .map(said -> "; somebody decided: " + said)
                .orElse("");
        steps.add(Step.of("tables", Show.text(row.get(), "outcome") + duplicate + why + decision));
        row.get()
                .path("copies")
                .forEach(copy -> steps.add(Step.of(
                        "copies",
                        "activity " + Show.text(copy, "activity") + " is "
                                + (copy.path("kept").asBoolean() ? "the" : "not the") + " copy that counts")));
        return steps;
    }
}
