package freshlegs.app.cli;

import freshlegs.app.output.RaceTime;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Goal;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description = "State the race or time trial that an athlete trains for; a goal for a later day replaces it.")
final class GoalSetCommand implements Callable<Integer> {
    private static final String TABLE = "goal_revision";

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--distance", required = true, paramLabel = "METRES", description = "How far it is, such as 5000.")
    private int distanceMetres;

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day of the event.")
    private String on = "";

    @Option(names = "--event", paramLabel = "EVENT", description = "race (default) or time-trial.")
    private String event = "race";

    @Option(names = "--target", paramLabel = "TIME", description = "The time hoped for, such as 18:30 or 3:15:00.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The day from which it holds (default: today).")
    private Optional<String> from = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    GoalSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        LocalDate day = Dates.parse("--from", from).orElseGet(() -> today(settings.get(Catalogue.ZONE)));
        Goal draft = goal(id, day, "", Instant.EPOCH, 0);
        try (Access access = Access.forWriting(settings, "goal set", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            int edit = Edits.next(TABLE, id, draft.factId(), access.database());
            String revision = Revision.of(goal(id, day, "", Instant.EPOCH, edit));
            Stating.state(access, goal(id, day, revision, shell.clock().instant(), edit));
        }
        shell.out().println(id + " goal " + draft.factId());
        return 0;
    }

    private Goal goal(AthleteId id, LocalDate day, String revision, Instant ingestedAt, int edit) {
        try {
            return new Goal(
                    id,
                    day,
                    revision,
                    ingestedAt,
                    shell.clock().instant(),
                    edit,
                    event(),
                    distanceMetres,
                    Dates.parse("--on", Optional.of(on)).orElseThrow(),
                    target.map(text -> OptionalInt.of(RaceTime.seconds("--target", text)))
                            .orElseGet(OptionalInt::empty));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private Goal.Event event() {
        try {
            return Goal.Event.valueOf(event.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("--event must be race or time-trial, not \"" + event + "\".");
        }
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(shell.clock().instant(), zone);
    }
}
