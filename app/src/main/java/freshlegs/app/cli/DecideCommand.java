package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.json.Revision;
import freshlegs.model.result.Prescription.Decided.Standing;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "decide", description = "Decide about a session that the plan has adjusted, and show what holds then.")
final class DecideCommand implements Callable<Integer> {
    private static final String TABLE = "plan_decision_revision";
    private static final String DAY = "freshlegs.prescription where athlete = ? and date = ?";

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The day of the session.")
    private String date = "";

    @Option(names = "--workout", paramLabel = "NAME", description = "With change: rest, easy or technical.")
    private Optional<String> workout = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a sentence of your own.")
    private Optional<String> reason = Optional.empty();

    @Parameters(
            paramLabel = "VERDICT",
            description = "accept, keep (the session as planned), change, or undo (as if nothing had been decided).")
    private String verdict = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DecideCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate day = Dates.parse("--date", Optional.of(date)).orElseThrow();
        Verdict decided = verdict();
        if (workout.isPresent() != (decided == Verdict.CHANGE)) {
            throw Problem.wrongUse("--workout names what to change to: give it with change, and with nothing else.");
        }
        Person by = speaker.person();
        try (Access access = Access.forWriting(common.settings(shell), "decide", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            Stating.state(
                    access,
                    decided == Verdict.UNDO
                            ? undone(id, day, by, access.database())
                            : decision(id, day, decided, by, access.database()));
            return shown(day, prescription(id, day, access.database()).orElseThrow());
        }
    }

    /** What holds now; that the plan refuses what was decided is a failure. */
    private int shown(LocalDate day, ObjectNode now) {
        shell.out().println(day + " " + Show.workout(now.path("prescribed")));
        boolean refused = false;
        for (JsonNode each : now.path("decisions")) {
            shell.out().println(Show.text(each, "said"));
            if (Show.text(each, "standing").equals(Standing.REFUSED.name())) {
                shell.say("It is noted, but the plan does not follow it.");
                refused = true;
            }
        }
        return refused ? 1 : 0;
    }

    /** Takes back what was decided about the day; the adjustment that it answers may be gone. */
    private PlanDecision undone(AthleteId id, LocalDate day, Person by, DatabaseAddress database) throws SQLException {
        ObjectNode decided = Query.of(
                        List.of("cause", "answers"),
                        "freshlegs.plan_decision where athlete = ? and local_date = ? and verdict <> 'undo'"
                                + " order by recorded_at desc limit 1")
                .with(id.value(), day)
                .ask(database)
                .objects()
                .findFirst()
                .orElseThrow(() -> Problem.failed("Nothing is decided about the plan of " + id + " for " + day
                        + ", so there is nothing to undo."));
        AdjustmentCause cause = AdjustmentCause.valueOf(Show.text(decided, "cause"));
        return edited(id, day, cause, Show.text(decided, "answers"), Verdict.UNDO, by, database);
    }

    private PlanDecision decision(AthleteId id, LocalDate day, Verdict decided, Person by, DatabaseAddress database)
            throws SQLException {
        JsonNode adjustment = prescription(id, day, database)
                .map(row -> row.path("adjustment"))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Problem.failed("The plan of " + id + " for " + day
                        + " is not adjusted, so there is nothing to decide: `freshlegs plan --athlete " + id
                        + "` shows it."));
        AdjustmentCause cause = AdjustmentCause.valueOf(Show.text(adjustment, "cause"));
        if (cause.isBinding() && decided == Verdict.KEEP_PLAN) {
            throw Problem.failed("Nobody overrules a rest for " + cause.key() + ".");
        }
        return edited(id, day, cause, Show.text(adjustment, "revision"), decided, by, database);
    }

    private PlanDecision edited(
            AthleteId id,
            LocalDate day,
            AdjustmentCause cause,
            String answers,
            Verdict decided,
            Person by,
            DatabaseAddress database)
            throws SQLException {
        int edit = Edits.next(TABLE, id, PlanDecision.factId(day, cause), database);
        Instant now = shell.clock().instant();
        PlanDecision draft = decision(id, day, cause, answers, "", now, edit, decided, by);
        return decision(id, day, cause, answers, Revision.of(draft), now, edit, decided, by);
    }

    private PlanDecision decision(
            AthleteId id,
            LocalDate day,
            AdjustmentCause cause,
            String answers,
            String revision,
            Instant now,
            int edit,
            Verdict decided,
            Person by) {
        try {
            return new PlanDecision(id, day, cause, answers, revision, now, now, edit, decided, workout, reason, by);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private static Optional<ObjectNode> prescription(AthleteId id, LocalDate day, DatabaseAddress database)
            throws SQLException {
        return Query.of(List.of("prescribed", "adjustment", "decisions"), DAY)
                .with(id.value(), day)
                .ask(database)
                .objects()
                .findFirst();
    }

    private Verdict verdict() {
        return switch (verdict) {
            case "accept" -> Verdict.ACCEPT;
            case "keep" -> Verdict.KEEP_PLAN;
            case "change" -> Verdict.CHANGE;
            case "undo" -> Verdict.UNDO;
            default -> throw Problem.wrongUse("Decide accept, keep, change or undo, not \"" + verdict + "\".");
        };
    }
}
