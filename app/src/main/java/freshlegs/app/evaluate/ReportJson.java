package freshlegs.app.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.Rounding;
import freshlegs.model.json.Json;
import java.util.Arrays;
import java.util.List;

/** What came out as one document for programs. */
public final class ReportJson {
    private static final int DECIMALS = 4;

    private ReportJson() {}

    /** The figures of the product lie at the top, those of each rival under its name. */
    public static ObjectNode of(Evaluation evaluation) {
        Outcome outcome = new Outcome(evaluation);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("ruleSet", evaluation.rules().version());
        put(json, outcome.figures(Method.FRESHLEGS));
        outcome.added().ifPresent(figure -> json.put(figure.key(), rounded(figure.seen())));
        Tally sound = evaluation.sound().ours();
        json.put("soundAthleteYears", rounded(sound.soundYears()));
        json.put("alarmsInWarmUp", sound.ambersInWarmUp());
        ObjectNode autocorrelation = json.putObject("byAutocorrelation");
        evaluation
                .byAutocorrelation()
                .forEach((phi, scores) ->
                        put(autocorrelation.putObject(phi.toString()), Figures.falseAlarmsOf(scores.ours())));
        ObjectNode squads = json.putObject("squads");
        evaluation.squads().forEach((name, scores) -> {
            ObjectNode squad = squads.putObject(name);
            squad.put("athletes", scores.ours().athletes());
            put(squad, Figures.ofOurs(scores.ours(), scores.ours()));
        });
        ObjectNode causes = json.putObject("causes");
        outcome.calls().forEach((name, calls) -> causes.putObject(name)
                .put("labels", calls.labels())
                .put("fatigue", calls.fatigue())
                .put("illness", calls.illness())
                .put("both", calls.both())
                .put("neither", calls.neither()));
        ObjectNode rivals = json.putObject("rivals");
        Arrays.stream(Method.values())
                .filter(method -> method != Method.FRESHLEGS)
                .forEach(method -> put(rivals.putObject(method.key()), outcome.figures(method)));
        return json;
    }

    private static void put(ObjectNode json, List<Figure> figures) {
        figures.forEach(figure -> json.put(figure.key(), rounded(figure.seen())));
        ObjectNode intervals = json.putObject("intervals");
        figures.forEach(figure -> figure.interval().ifPresent(range -> intervals
                .putArray(figure.key())
                .add(rounded(range.low()))
                .add(rounded(range.high()))));
    }

    private static double rounded(double number) {
        return Rounding.to(DECIMALS, number);
    }
}
