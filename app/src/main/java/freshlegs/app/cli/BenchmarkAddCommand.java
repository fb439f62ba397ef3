package freshlegs.app.cli;

import freshlegs.app.plan.EventWords;
import freshlegs.app.plan.PlanRequest;
import freshlegs.app.plan.StatedPlan;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "State a race or time trial that was run with all one had; one of the same day is replaced.")
final class BenchmarkAddCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Parameters(
            paramLabel = "RUN",
            description = "Such as \"5K 22:30 on 2026-11-20\", or \"10K race 47:05 on ...\" if it was a race.")
    private String run = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BenchmarkAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        LocalDate today = Dates.today(shell, settings);
        EventWords ran = EventWords.parse("A benchmark", EventWords.EXAMPLE, run);
        ran.checkRan("benchmark", today);
        Person by = speaker.person();
        try (Access access = Access.forWriting(settings, "benchmark add", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            Stating.state(access, new StatedPlan(id, by, shell.clock().instant(), access.database()).benchmark(ran));
        }
        shell.out().println(id + " " + ran.ran());
        if (PlanRequest.isOld(ran.date(), today)) {
            shell.say("It is older than " + PlanRequest.BASELINE_WEEKS + " weeks: paces are not taken from it.");
        }
        return 0;
    }
}
