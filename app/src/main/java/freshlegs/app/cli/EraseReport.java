package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.coach.access.Leavings.Progress;
import freshlegs.model.AthleteId;
import java.util.List;

/** What is told of an athlete about whom everything is erased: since when, what waits to go by itself, and what is left to people. */
record EraseReport(AthleteId athlete, Progress progress) {
    private static final List<String> LEFT = List.of(
            "PostgreSQL's files: deleted rows lie there unseen until VACUUM frees them and others are written over them, and its"
                    + " log (WAL) until it is recycled or leaves your archive; `VACUUM (FULL)` writes a table anew",
            "backups (`freshlegs backup`, your own): they hold what they held until you delete them; after a restore erase the"
                    + " athlete again",
            "exports, downloads, mail and messages that people have taken or received",
            "log lines with the athlete's id, never with a measurement, until logs are rotated",
            "deleted files on disks: room that the file system has freed and not used again");

    /** What is being done, in a line. */
    static String step(Progress progress) {
        String doing =
                switch (progress.step()) {
                    case CLOSING -> "Closing all ways in ...";
                    case DRAINING -> "Letting through what is being read ...";
                    case FACTS -> "Taking back every record, and what followed from it ...";
                    case FILES -> "Deleting files ...";
                    case ROWS -> "Deleting what is left in tables ...";
                    case DONE -> "Done.";
                };
        return progress.trouble()
                .map(trouble -> doing + " It waits, and is tried again by itself: " + trouble)
                .orElse(doing);
    }

    String text() {
        StringBuilder text = new StringBuilder("Everything about " + athlete + " is erased since "
                + progress.finishedAt().orElseThrow() + ".\n");
        progress.goneAt()
                .ifPresent(gone -> text.append("Kafka's files: the last bytes are gone by " + gone
                        + ", swept " + progress.sweeps()
                        + " of 2 times; `freshlegs run` or `freshlegs ingest` must be at work for that.\n"));
        text.append("Left to you:\n");
        LEFT.forEach(left -> text.append("- ").append(left).append(".\n"));
        return text.toString();
    }

    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("athlete", athlete.value());
        json.put("askedAt", progress.askedAt().toString());
        json.put("erasedAt", progress.finishedAt().orElseThrow().toString());
        json.put("goneFromKafkaBy", progress.goneAt().map(Object::toString).orElse(null));
        json.put("sweeps", progress.sweeps());
        LEFT.forEach(json.putArray("leftToYou")::add);
        return json;
    }
}
