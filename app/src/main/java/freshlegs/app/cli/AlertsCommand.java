package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Table;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "alerts",
        description = {
            "Show alerts, the open ones first and then the latest, each so that it can be checked by hand.",
            "Every kind of evidence stands with the numbers that its z and its chart follow from; then what else could explain"
                    + " the alert, what is missing, what the plan did, what would clear it, and the facts and files it rests on."
        })
final class AlertsCommand implements Callable<Integer> {
    private static final String COACH = "coach";
    private static final String ATHLETE = "athlete";
    private static final List<String> FOR_COACH = List.of(
            "id",
            "athlete",
            "cause",
            "standing",
            "open",
            "status",
            "firstDay",
            "lastDay",
            "why",
            "athleteWhy",
            "lighterUntil",
            "confidence",
            "confidenceWhy",
            "lowConfidence",
            "steps",
            "domains",
            "context",
            "missing",
            "agreement",
            "clears",
            "plan",
            "rules",
            "ruleSet",
            "grounds",
            "toldStatus",
            "mergedInto");
    private static final List<String> FOR_ATHLETE =
            List.of("id", "athlete", "standing", "open", "firstDay", "lastDay", "athleteWhy", "lighterUntil", "plan");
    private static final String WANTED = "freshlegs.alerts WHERE athlete = coalesce(nullif(?, ''), athlete)"
            + " AND (? = '' OR id = ?) AND (open OR NOT ?)"
            + " ORDER BY open DESC, last_day DESC, first_day DESC, athlete, cause";

    private final Shell shell;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only this athlete's.")
    private Optional<String> athlete = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Only the alert of this id, such as anna-2026-11-18-fatigue.")
    private Optional<String> alert = Optional.empty();

    @Option(names = "--open", description = "Only those that go on.")
    private boolean open;

    @Option(
            names = "--for",
            paramLabel = "WHOM",
            description = "coach (everything) or athlete (calm, without measurements); coach unless given.")
    private String reader = COACH;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AlertsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        if (!isForCoach() && !reader.equals(ATHLETE)) {
            throw Problem.wrongUse("Say --for coach or --for athlete.");
        }
        Optional<AthleteId> id = athlete.map(Athletes::parse);
        try (Access access = Access.forReading(common.settings(shell), "alerts")) {
            Table table = ask(id, access.database());
            String text = form.forPeople() ? forPeople(table, access.database()) : "";
            form.print(shell, table, () -> text, "There are no such alerts.");
        }
        return 0;
    }

    private boolean isForCoach() {
        return reader.equals(COACH);
    }

    private Table ask(Optional<AthleteId> of, DatabaseAddress database) throws SQLException {
        if (of.isPresent()) {
            Athletes.checkKnown(of.get(), database);
        }
        return Query.of(isForCoach() ? FOR_COACH : FOR_ATHLETE, WANTED)
                .with(of.map(AthleteId::value).orElse(""), alert.orElse(""), alert.orElse(""), open)
                .ask(database);
    }

    private String forPeople(Table table, DatabaseAddress database) throws SQLException {
        List<String> blocks = new ArrayList<>();
        for (ObjectNode row : table.objects().toList()) {
            blocks.add(isForCoach() ? AlertSheet.read(row, database).toString() : AlertNote.of(row));
        }
        return String.join("\n", blocks);
    }
}
