package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.plan.StatedPlan;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.Goal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "withdraw", description = "Take a benchmark out of the reckoning; adding it again counts it again.")
final class BenchmarkWithdrawCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day on which it was run.")
    private String on = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BenchmarkWithdrawCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate day = Dates.parse("--on", Optional.of(on)).orElseThrow();
        Person by = speaker.person();
        try (Access access = Access.forWriting(common.settings(shell), "benchmark withdraw", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            ObjectNode known = Query.of(
                            List.of("event", "distanceMetres", "seconds"),
                            "freshlegs.benchmark where athlete = ? and local_date = ?")
                    .with(id.value(), day)
                    .ask(access.database())
                    .objects()
                    .findFirst()
                    .orElseThrow(() -> Problem.failed("No benchmark of " + id + " on " + day
                            + " is known: `freshlegs benchmark show --athlete " + id + "` lists them."));
            StatedPlan stated = new StatedPlan(id, by, shell.clock().instant(), access.database());
            Stating.state(
                    access,
                    stated.benchmark(
                            day,
                            Goal.Event.valueOf(Show.text(known, "event")),
                            known.path("distanceMetres").asInt(),
                            known.path("seconds").asInt(),
                            true));
        }
        shell.out().println(id + " withdrew the benchmark of " + day);
        return 0;
    }
}
