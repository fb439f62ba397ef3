package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.RaceTime;
import freshlegs.app.plan.EventWords;
import freshlegs.app.plan.PlanRequest;
import freshlegs.app.plan.StatedPlan;
import freshlegs.app.plan.TrainingDays;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.PlanTerms;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = {
            "Plan an athlete's way to a race or time trial, week by week, by the guide.",
            "It adapts to what is run and to how the athlete is, and can be created anew at any time."
        })
final class PlanCreateCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(
            names = "--goal",
            required = true,
            paramLabel = "EVENT",
            description =
                    "What to train for, such as \"5K on 2027-04-10\"; \"10K time trial on ...\" if it is no race.")
    private String goal = "";

    @Option(names = "--target", paramLabel = "TIME", description = "The time hoped for, such as 21:30 or 3:15:00.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "RUN",
            description =
                    "The last honest race or time trial, such as \"5K 22:30 on 2026-11-20\" or \"10K race 47:05 on"
                            + " ...\"; none (default): by effort until the first time trial.")
    private String baseline = "none";

    @Option(
            names = "--days",
            required = true,
            paramLabel = "DAYS",
            description = "The days on which training is possible, three to six, such as Tue,Thu,Sat,Sun.")
    private String days = "";

    @Option(names = "--long-run", required = true, paramLabel = "DAY", description = "The day of the long run.")
    private String longRun = "";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "automatic (default): changes hold at once and can be taken back; review-first: changes are"
                    + " proposed, and hold when somebody accepts them or their day begins.")
    private String mode = PlanTerms.Mode.AUTOMATIC.key();

    @Option(
            names = "--most-changes",
            paramLabel = "N",
            description = "How many sessions a week may change for fatigue without being asked (default: 3).")
    private int mostChanges = PlanTerms.DEFAULT_CHANGES_A_WEEK;

    @Option(names = "--from", paramLabel = "DATE", description = "The plan's first day (default: today).")
    private Optional<String> from = Optional.empty();

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        PlanRequest request = request(Dates.today(shell, settings));
        Person by = speaker.person();
        try (Access access = Access.forWriting(settings, "plan create", shell.clock())) {
            DatabaseAddress database = access.database();
            Athletes.checkKnown(id, database);
            StatedPlan stated = new StatedPlan(id, by, shell.clock().instant(), database);
            Optional<PlanTerms> before = stated.termsOn(request.from());
            Stating.state(access, stated.of(request));
            shell.out().print(new CreatedPlan(id, request, before.map(PlanTerms::localDate)));
            shell.out().flush();
            request.remarks().forEach(shell::say);
            later(id, stated.laterTerms(request.from()));
            if (!isToldOn(id, request.from(), database)) {
                shell.say("The plan is drawn as soon as the first run, reading or check-in of " + id + " is known.");
            }
        }
        return 0;
    }

    private PlanRequest request(LocalDate today) {
        EventWords to = PlanRequest.goal(goal);
        Optional<EventWords> honest = PlanRequest.baseline(baseline);
        OptionalInt hoped = target.map(text -> OptionalInt.of(RaceTime.seconds("--target", text)))
                .orElseGet(OptionalInt::empty);
        Set<DayOfWeek> training = TrainingDays.parse("--days", days);
        DayOfWeek longest = TrainingDays.day("--long-run", longRun);
        PlanTerms.Mode changes = PlanTerms.Mode.of(mode)
                .orElseThrow(() -> Problem.wrongUse("--mode must be automatic or review-first, not \"" + mode + "\"."));
        LocalDate first = Dates.parse("--from", from).orElse(today);
        return new PlanRequest(today, first, to, hoped, honest, training, longest, changes, mostChanges);
    }

    private void later(AthleteId id, List<LocalDate> days) {
        days.forEach(day -> shell.say("From " + day + " on other terms hold: `freshlegs retract --athlete " + id
                + " --fact plan-terms/" + day + "` takes them back."));
    }

    private static boolean isToldOn(AthleteId id, LocalDate day, DatabaseAddress database) throws SQLException {
        return !Query.of(List.of("date"), "freshlegs.prescription where athlete = ? and date >= ? limit 1")
                .with(id.value(), day)
                .ask(database)
                .rows()
                .isEmpty();
    }
}
