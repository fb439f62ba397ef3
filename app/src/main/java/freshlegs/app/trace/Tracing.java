package freshlegs.app.trace;

import freshlegs.app.output.Show;
import freshlegs.app.trace.FileSteps.Way;
import freshlegs.app.trace.Finder.Found;
import freshlegs.ingest.SpoolAtRest;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows one thing from a file's bytes to a message, forwards and backwards. */
public final class Tracing implements AutoCloseable {
    private static final int MOST_FILES = 5;

    private final AthletesTopics topics;
    private final Rows rows;
    private final Finder finder;
    private final FileSteps files;
    private final FactSteps facts;
    private final AlertSteps alerts;
    private final LetterSteps letters;

    public Tracing(KafkaAddress kafka, DatabaseAddress database, Path dataFolder, OriginalFiles originals) {
        SpoolAtRest spool = SpoolAtRest.in(dataFolder);
        this.topics = new AthletesTopics(kafka);
        this.rows = new Rows(database);
        this.finder = new Finder(rows, spool);
        this.files = new FileSteps(topics, rows, spool, originals);
        this.facts = new FactSteps(topics, rows);
        this.alerts = new AlertSteps(topics, rows);
        this.letters = new LetterSteps(kafka, rows);
    }

    /** {@code Problem} with the nearest names when nobody knows it. */
    public List<Trace> of(String thing) throws SQLException {
        Found found = finder.find(thing);
        if (found instanceof Found.File file) {
            return ofFiles(file.deliveries());
        }
        if (found instanceof Found.Activity activity) {
            return ofActivity(activity);
        }
        Found.Alert alert = (Found.Alert) found;
        List<Trace> traces = new ArrayList<>();
        for (String delivery : alerts.deliveries(alert.id())) {
            Way way = files.of(alert.athlete(), delivery);
            traces.add(new Trace("file", delivery, alert.athlete().value(), way.steps()));
        }
        traces.add(new Trace("alert", alert.id(), alert.athlete().value(), alerts.of(alert.athlete(), alert.id())));
        return traces;
    }

    private List<Trace> ofFiles(Map<String, AthleteId> deliveries) throws SQLException {
        List<Trace> traces = new ArrayList<>();
        for (Map.Entry<String, AthleteId> each : deliveries.entrySet()) {
            traces.add(ofFile(each.getValue(), each.getKey()));
        }
        return traces;
    }

    private Trace ofFile(AthleteId athlete, String delivery) throws SQLException {
        Way way = files.of(athlete, delivery);
        List<Step> steps = new ArrayList<>(way.steps());
        List<Place> places = new ArrayList<>(way.places());
        steps.addAll(facts.results(athlete, way.facts(), way.from(), places));
        steps.addAll(letters.among(places));
        if (!way.facts().isEmpty()) {
            Set<String> resting = alerts.restingOn(athlete, delivery, way.facts());
            for (String alert : resting) {
                steps.addAll(alerts.of(athlete, alert));
            }
            if (resting.isEmpty()) {
                steps.add(Step.of("alert", "no alert rests on it"));
            }
        }
        return new Trace("file", delivery, athlete.value(), steps);
    }

    /** By the files that held it, the one that counts first. */
    private List<Trace> ofActivity(Found.Activity activity) throws SQLException {
        List<String> deliveries = rows
                .ask(
                        List.of("deliveryId"),
                        "freshlegs.file_outcome WHERE athlete = ? AND EXISTS (SELECT FROM"
                                + " jsonb_array_elements(copies) AS copy WHERE copy ->> 'activity' = ?)"
                                + " ORDER BY outcome DESC, received_at DESC LIMIT " + MOST_FILES,
                        activity.athlete().value(),
                        activity.factId())
                .stream()
                .map(row -> Show.text(row, "deliveryId"))
                .toList();
        if (deliveries.isEmpty()) {
            return List.of(new Trace(
                    "activity",
                    activity.factId(),
                    activity.athlete().value(),
                    List.of(Step.missing("bytes", "no file is known that held it, or its outcome is not yet told"))));
        }
        List<Trace> traces = new ArrayList<>();
        for (String delivery : deliveries) {
            traces.add(ofFile(activity.athlete(), delivery));
        }
        return traces;
    }

    @Override
    public void close() {
        topics.close();
    }
}
