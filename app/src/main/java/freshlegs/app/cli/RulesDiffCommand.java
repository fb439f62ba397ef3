package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.evaluate.History;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.output.TextTable;
import freshlegs.app.problem.Problem;
import freshlegs.app.rules.ChangedAlert;
import freshlegs.app.service.Access;
import freshlegs.app.service.StoredFacts;
import freshlegs.app.world.SquadCsv;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "List the alerts that one set of thresholds sees in a stored history and another does not.",
            "Facts are read and folded twice in memory: nothing is written, and nobody is told."
        })
final class RulesDiffCommand implements Callable<Integer> {
    private final Shell shell;
    private final List<ChangedAlert> changed = new ArrayList<>();
    private int athletes;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Instead of the stored history: the folder of a labelled squad, as for evaluate.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "FILE",
            description = "Changed thresholds, or `published`.")
    private String before = RulesOption.PUBLISHED;

    @Option(
            names = "--after",
            required = true,
            paramLabel = "FILE",
            description = "Changed thresholds, or `published`.")
    private String after = RulesOption.PUBLISHED;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only this athlete's.")
    private Optional<String> athlete = Optional.empty();

    @Option(names = "--json", description = "Print the difference as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    RulesDiffCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<AthleteId> only = athlete.map(Athletes::parse);
        Rules old = RulesOption.read("--before", before);
        Rules changedRules = RulesOption.read("--after", after);
        if (folder.isPresent()) {
            replaySquad(folder.get(), only, old, changedRules);
        } else {
            replayStored(only, old, changedRules);
        }
        if (athletes == 0) {
            throw Problem.failed(only.map(id -> "Nothing is stored of an athlete " + id + ".")
                    .orElse("Nothing is stored of any athlete."));
        }
        if (json) {
            JsonOutput.print(shell.out(), json(old, changedRules));
        } else {
            shell.out().print(text(old, changedRules));
        }
        return 0;
    }

    private void replayStored(Optional<AthleteId> only, Rules old, Rules changedRules) throws InterruptedException {
        try (Access access = Access.forReadingFacts(common.settings(shell), "rules diff")) {
            StoredFacts.forEachAthlete(
                    access.kafka(),
                    only,
                    (id, facts) -> add(Replay.episodes(facts, old), Replay.episodes(facts, changedRules)));
        }
    }

    private void replaySquad(Path squad, Optional<AthleteId> only, Rules old, Rules changedRules) {
        try {
            for (LabelledAthlete each : SquadCsv.read(squad)) {
                if (only.isEmpty() || only.get().equals(each.person().athlete())) {
                    add(
                            History.of(each, old).episodes(),
                            History.of(each, changedRules).episodes());
                }
            }
        } catch (IOException e) {
            throw Problem.failed("The squad in " + squad + " could not be read (" + e.getMessage() + ").", e);
        }
    }

    private void add(List<Episode> by, List<Episode> now) {
        athletes++;
        changed.addAll(ChangedAlert.between(by, now));
    }

    private long count(String word) {
        return changed.stream().filter(alert -> alert.word().equals(word)).count();
    }

    private String text(Rules old, Rules changedRules) {
        String head = "Rule sets " + old.version() + " and " + changedRules.version() + ", " + athletes
                + (athletes == 1 ? " athlete: " : " athletes: ") + count("gained") + " alerts gained, " + count("lost")
                + " lost, " + count("changed") + " changed.\n";
        if (changed.isEmpty()) {
            return head;
        }
        TextTable table = new TextTable("alert", "athlete", "cause", "status", "from", "to", "before", "why");
        for (ChangedAlert alert : changed) {
            Episode shown = alert.shown();
            table.add(
                    alert.word(),
                    shown.athlete().value(),
                    cause(shown),
                    shown.status().name(),
                    shown.firstDay().toString(),
                    end(shown),
                    alert.word().equals("changed")
                            ? alert.before().map(RulesDiffCommand::stood).orElse("")
                            : "",
                    shown.why());
        }
        return head + "\n" + table;
    }

    private ObjectNode json(Rules old, Rules changedRules) {
        ObjectNode all = Json.MAPPER
                .createObjectNode()
                .put("before", old.version())
                .put("after", changedRules.version())
                .put("athletes", athletes)
                .put("gained", count("gained"))
                .put("lost", count("lost"))
                .put("changed", count("changed"));
        ArrayNode alerts = all.putArray("alerts");
        for (ChangedAlert alert : changed) {
            ObjectNode one = alerts.addObject();
            one.put("change", alert.word())
                    .put("athlete", alert.shown().athlete().value())
                    .put("cause", cause(alert.shown()));
            alert.before().ifPresent(episode -> put(one.putObject("before"), episode));
            alert.after().ifPresent(episode -> put(one.putObject("after"), episode));
        }
        return all;
    }

    private static void put(ObjectNode side, Episode episode) {
        side.put("status", episode.status().name())
                .put("from", episode.firstDay().toString())
                .put("to", episode.lastDay().toString())
                .put("open", episode.open())
                .put("why", episode.why());
        ArrayNode rules = side.putArray("rules");
        episode.rules().forEach(rules::add);
    }

    private static String stood(Episode episode) {
        return episode.status() + " " + episode.firstDay() + " to " + end(episode);
    }

    private static String end(Episode episode) {
        return episode.open() ? "open" : episode.lastDay().toString();
    }

    private static String cause(Episode episode) {
        return episode.cause().name().toLowerCase(Locale.ROOT);
    }
}
