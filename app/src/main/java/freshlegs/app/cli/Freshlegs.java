package freshlegs.app.cli;

import freshlegs.app.service.Part;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: what it is called with, what it says when that makes no sense, and how it ends. */
@Command(
        name = "freshlegs",
        version = "freshlegs " + Freshlegs.VERSION,
        description = "Watch files in; trends, explained fatigue alerts and an adjusted training plan out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "Exit codes: 0 done, 1 failed, 2 wrong use. Settings: docs/operations.md."
        })
public final class Freshlegs implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private boolean version;

    private Freshlegs() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }

    /** The whole command line. */
    public static CommandLine commandLine(Shell shell) {
        CommandLine line = new CommandLine(new Freshlegs());
        line.addSubcommand(new DemoCommand(shell));
        line.addSubcommand(new RunCommand(shell));
        line.addSubcommand(new ImportCommand(shell));
        line.addSubcommand(
                GroupCommand.line("athlete", "Manage athletes.", "athlete add ID", new AthleteAddCommand(shell)));
        line.addSubcommand(files(shell));
        line.addSubcommand(GroupCommand.line(
                "token",
                "Manage the tokens by which phones and tools hand over files.",
                "token add, token list or token revoke",
                new TokenAddCommand(shell),
                new TokenListCommand(shell),
                new TokenRevokeCommand(shell)));
        line.addSubcommand(account(shell));
        line.addSubcommand(new AuditCommand(shell));
        line.addSubcommand(GroupCommand.line(
                "consent",
                "Show who agreed to what is done with their data, and state it for athletes without an account.",
                "consent text, consent show, consent give or consent withdraw",
                new ConsentTextCommand(shell),
                new ConsentShowCommand(shell),
                new ConsentGiveCommand(shell),
                new ConsentWithdrawCommand(shell)));
        line.addSubcommand(GroupCommand.line(
                "calendar",
                "Let calendars follow an athlete's plan by a secret address.",
                "calendar add, calendar list or calendar revoke",
                new CalendarAddCommand(shell),
                new CalendarListCommand(shell),
                new CalendarRevokeCommand(shell)));
        line.addSubcommand(GroupCommand.line(
                "connect",
                "Connect athletes to services that their watches already report to.",
                "connect intervals, garmin, list or remove",
                new ConnectIntervalsCommand(shell),
                new ConnectGarminCommand(shell),
                new ConnectListCommand(shell),
                new ConnectRemoveCommand(shell)));
        line.addSubcommand(new CheckInCommand(shell));
        line.addSubcommand(new TrendsCommand(shell));
        line.addSubcommand(new ActivitiesCommand(shell));
        line.addSubcommand(new AlertsCommand(shell));
        line.addSubcommand(PlanCommand.line(shell));
        line.addSubcommand(new ReviewCommand(shell));
        line.addSubcommand(new RebuildCommand(shell));
        line.addSubcommand(DeadLettersCommand.line(shell));
        line.addSubcommand(new EraseCommand(shell));
        line.addSubcommand(new BackupCommand(shell));
        line.addSubcommand(new RestoreCommand(shell));
        line.addSubcommand(new DoctorCommand(shell));
        line.addSubcommand(new TraceCommand(shell));
        line.addSubcommand(
                GroupCommand.line("config", "Look at the settings.", "config check", new ConfigCheckCommand(shell)));
        line.addSubcommand(new AclsCommand(shell));
        line.addSubcommand(GroupCommand.line(
                "topics",
                "Manage the topics of a Kafka of your own.",
                "topics create",
                new TopicsCreateCommand(shell)));
        line.addSubcommand(new SqlCommand(shell, System.in));
        line.addSubcommand(new ExportCommand(shell));
        line.addSubcommand(GroupCommand.line(
                "goal",
                "State and show the races and time trials that athletes train for.",
                "goal set or goal show",
                new GoalSetCommand(shell),
                new GoalShowCommand(shell)));
        line.addSubcommand(GroupCommand.line(
                "benchmark",
                "State and show the races and time trials from which an athlete's paces are taken.",
                "benchmark add, benchmark show or benchmark withdraw",
                new BenchmarkAddCommand(shell),
                new BenchmarkShowCommand(shell),
                new BenchmarkWithdrawCommand(shell)));
        line.addSubcommand(new ClearCommand(shell));
        line.addSubcommand(new DecideCommand(shell));
        line.addSubcommand(new VerdictCommand(shell));
        line.addSubcommand(GroupCommand.line(
                "silence",
                "Say of which alerts nobody wants to hear.",
                "silence set, silence lift or silence show",
                new SilenceSetCommand(shell),
                new SilenceLiftCommand(shell),
                new SilenceShowCommand(shell)));
        line.addSubcommand(GroupCommand.line(
                "phase",
                "Plan days that are meant to be other than usual: hard blocks, tapers, days away, travel, busy days, weather.",
                "phase set, phase cancel or phase show",
                new PhaseSetCommand(shell),
                new PhaseCancelCommand(shell),
                new PhaseShowCommand(shell)));
        line.addSubcommand(new RetractCommand(shell));
        line.addSubcommand(new SimulateCommand(shell));
        line.addSubcommand(new EvaluateCommand(shell));
        line.addSubcommand(new HistoriesCommand(shell));
        line.addSubcommand(new CommandLine(new RulesCommand(shell)).addSubcommand(new RulesDiffCommand(shell)));
        line.addSubcommand(WatchSyncCommand.line(shell));
        for (Part part : Part.values()) {
            line.addSubcommand(part.command(), part(shell, part));
        }
        line.setOut(writer(shell.out()));
        line.setErr(writer(shell.err()));
        line.setParameterExceptionHandler(Failures::wrongUse);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static CommandLine files(Shell shell) {
        CommandLine files = new CommandLine(new FilesCommand(shell));
        for (FilesDecideCommand.Verb verb : FilesDecideCommand.Verb.values()) {
            CommandLine line = new CommandLine(new FilesDecideCommand(shell, verb));
            line.getCommandSpec().usageMessage().description(verb.purpose());
            files.addSubcommand(verb.word(), line);
        }
        return files;
    }

    private static CommandLine account(Shell shell) {
        return GroupCommand.line(
                "account",
                "Manage who signs in at the coach's pages, and whom they see there.",
                "account add, list, disable, enable, password, share or unshare",
                new AccountAddCommand(shell),
                new AccountListCommand(shell),
                new AccountDisableCommand(shell),
                new AccountEnableCommand(shell),
                new AccountPasswordCommand(shell),
                new AccountShareCommand(shell),
                new AccountUnshareCommand(shell));
    }

    private static CommandLine part(Shell shell, Part part) {
        CommandLine line = new CommandLine(new PartCommand(shell, part));
        line.getCommandSpec()
                .usageMessage()
                .description(part.purpose() + " For operators: against a Kafka and a PostgreSQL of your own.");
        return line;
    }
}
