package freshlegs.app.cli;

import freshlegs.app.plan.StatedPlan;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.PlanTerms;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "end", description = "End an athlete's plan; its goal and benchmarks stay known.")
final class PlanEndCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day without it (default: today).")
    private Optional<String> from = Optional.empty();

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanEndCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        LocalDate day = Dates.parse("--from", from).orElseGet(() -> Dates.today(shell, settings));
        Person by = speaker.person();
        try (Access access = Access.forWriting(settings, "plan end", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            StatedPlan stated = new StatedPlan(id, by, shell.clock().instant(), access.database());
            PlanTerms held = stated.termsOn(day)
                    .orElseThrow(() -> Problem.failed(id + " has no plan on " + day + ", so there is nothing to end."));
            Stating.state(access, stated.ended(held, day));
            shell.out().println(id + " has no plan from " + day + " on");
            stated.laterTerms(day)
                    .forEach(later -> shell.say("A plan begins again on " + later + ": `freshlegs retract --athlete "
                            + id + " --fact plan-terms/" + later + "` takes that back."));
        }
        return 0;
    }
}
