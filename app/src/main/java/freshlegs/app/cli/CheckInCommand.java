package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Consenting;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "checkin",
        description =
                "Say how the morning feels, or with --run how a run went; saying it again replaces what was said.")
final class CheckInCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--date", paramLabel = "DATE", description = "The day (default: today).")
    private Optional<String> date = Optional.empty();

    @ArgGroup(validate = false, heading = "%nOf a run or a morning:%n")
    private SafetyAnswers safety = new SafetyAnswers();

    @ArgGroup(validate = false, heading = "%nOf a run:%n")
    private RunAnswers run = new RunAnswers();

    @ArgGroup(validate = false, heading = "%nOf a morning:%n")
    private MorningAnswers morning = new MorningAnswers();

    @Mixin
    private CommonOptions common = new CommonOptions();

    CheckInCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        LocalDate day = Dates.parse("--date", date).orElseGet(() -> today(settings.get(Catalogue.ZONE)));
        List<CheckIn> told = told(new CheckInFrame(id, day, shell.clock().instant()));
        try (Access access = Access.forWriting(settings, "checkin", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            Consenting.check(id, access.database());
            try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
                publisher.publish(told);
            }
            Settling.await(access, LIMIT);
        }
        told.forEach(
                each -> shell.out().println(each.athlete() + " " + each.kind().key() + " " + each.factId()));
        return 0;
    }

    private List<CheckIn> told(CheckInFrame frame) {
        if (!run.isGiven() && !morning.isGiven() && !safety.isGiven()) {
            throw Problem.wrongUse(
                    "Say something: `freshlegs checkin --help` lists what can be told of a morning and a run.");
        }
        try {
            if (run.isGiven() && morning.isGiven()) {
                return List.of(run.told(frame, safety), morning.told(frame, safety));
            }
            return List.of(run.isGiven() ? run.told(frame, safety) : morning.told(frame, safety));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(shell.clock().instant(), zone);
    }
}
