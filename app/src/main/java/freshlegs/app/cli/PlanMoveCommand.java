package freshlegs.app.cli;

import freshlegs.app.plan.StatedOrder;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Replies;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.WeekOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "move",
        description = {
            "Let two days of a week change places in an athlete's plan.",
            "What the plan would undo, such as hard days close to each other, is refused by the name of its rule."
        })
final class PlanMoveCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--day", required = true, paramLabel = "DATE", description = "The day whose session is moved.")
    private String day = "";

    @Option(names = "--to", paramLabel = "DATE", description = "The day on which it is run, of the same week.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--undo", description = "Give the week of that day its usual order again.")
    private boolean undo;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a sentence of your own.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanMoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate from = Dates.parse("--day", Optional.of(day)).orElseThrow();
        Optional<LocalDate> place = Dates.parse("--to", to);
        if (place.isPresent() == undo) {
            throw Problem.wrongUse("Say where the session goes with --to, or --undo.");
        }
        Settings settings = common.settings(shell);
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        try (Access access = Access.forWriting(settings, "plan move", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            LocalDate today = new Replies(by, now, access.database()).today(id);
            StatedOrder stated = new StatedOrder(id, by, now, access.database());
            WeekOrder order =
                    undo ? stated.usual(from, today, reason) : stated.moved(from, place.orElseThrow(), today, reason);
            Stating.state(access, order);
        }
        shell.out()
                .println(place.map(where -> id + " runs on " + where + " what was planned for " + from
                                + ", and the other way round")
                        .orElse("The week of " + from + " has its usual order again"));
        return 0;
    }
}
