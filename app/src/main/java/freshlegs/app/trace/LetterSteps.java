package freshlegs.app.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.model.topic.KafkaAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the records on the way became dead letters, or no row. */
final class LetterSteps {
    private final KafkaAddress kafka;
    private final Rows rows;

    LetterSteps(KafkaAddress kafka, Rows rows) {
        this.kafka = kafka;
        this.rows = rows;
    }

    List<Step> among(List<Place> places) throws SQLException {
        Set<String> wanted = places.stream().map(Place::toString).collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>(wanted.isEmpty() ? List.of() : streams(wanted));
        for (Place place : places) {
            for (ObjectNode row : rows.ask(
                    List.of("seenAt"),
                    "freshlegs.unreadable WHERE topic = ? AND partition = ? AND \"offset\" = ?",
                    place.topic(),
                    place.partition(),
                    place.offset())) {
                steps.add(new Step(
                                "dead letter",
                                Rows.instant(row, "seenAt"),
                                place + " could not become a row: see `freshlegs dead-letters`",
                                Map.of())
                        .with("missing", "true"));
            }
        }
        return steps;
    }

    private List<Step> streams(Set<String> wanted) {
        return DeadLetters.ofStreams(kafka).all().stream()
                .filter(letter -> wanted.contains(letter.place().toString()))
                .map(LetterSteps::step)
                .toList();
    }

    private static Step step(DeadLetter letter) {
        return Step.at(
                        letter.at(),
                        "dead letter",
                        letter.place() + " could not be processed ("
                                + letter.cause().replaceFirst(":.*", "") + "): " + letter.id()
                                + ", see `freshlegs dead-letters`")
                .with("missing", "true");
    }
}
