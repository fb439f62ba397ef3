package freshlegs.app.cli;

import freshlegs.app.service.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What the program can be told. A command is made when it is needed: all of them take as long as a third of the start. */
final class Commands {
    private final Map<String, Supplier<Object>> all;

    private Commands(Map<String, Supplier<Object>> all) {
        this.all = all;
    }

    /** Adds the one that the arguments begin with, or else all. */
    void addTo(CommandLine line, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        Optional.ofNullable(all.get(first))
                .ifPresentOrElse(
                        named -> line.addSubcommand(first, named.get()),
                        () -> all.forEach((word, command) -> line.addSubcommand(word, command.get())));
    }

    static Commands of(Shell shell) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("demo", () -> new DemoCommand(shell));
        all.put("run", () -> new RunCommand(shell));
        all.put("import", () -> new ImportCommand(shell));
        all.put("athlete", () -> GroupCommand.line("Manage athletes.", "athlete add ID", new AthleteAddCommand(shell)));
        all.put("files", () -> files(shell));
        all.put(
                "token",
                () -> GroupCommand.line(
                        "Manage the tokens by which phones and tools hand over files.",
                        "token add, token list or token revoke",
                        new TokenAddCommand(shell),
                        new TokenListCommand(shell),
                        new TokenRevokeCommand(shell)));
        all.put("account", () -> account(shell));
        all.put("audit", () -> new AuditCommand(shell));
        all.put(
                "consent",
                () -> GroupCommand.line(
                        "Show who agreed to what is done with their data, and state it for athletes without an account.",
                        "consent text, consent show, consent give or consent withdraw",
                        new ConsentTextCommand(shell),
                        new ConsentShowCommand(shell),
                        new ConsentGiveCommand(shell),
                        new ConsentWithdrawCommand(shell)));
        all.put(
                "calendar",
                () -> GroupCommand.line(
                        "Let calendars follow an athlete's plan by a secret address.",
                        "calendar add, calendar list or calendar revoke",
                        new CalendarAddCommand(shell),
                        new CalendarListCommand(shell),
                        new CalendarRevokeCommand(shell)));
        all.put(
                "connect",
                () -> GroupCommand.line(
                        "Connect athletes to services that their watches already report to.",
                        "connect intervals, garmin, list or remove",
                        new ConnectIntervalsCommand(shell),
                        new ConnectGarminCommand(shell),
                        new ConnectListCommand(shell),
                        new ConnectRemoveCommand(shell)));
        all.put("checkin", () -> new CheckInCommand(shell));
        all.put("trends", () -> new TrendsCommand(shell));
        all.put("activities", () -> new ActivitiesCommand(shell));
        all.put("alerts", () -> new AlertsCommand(shell));
        all.put("plan", () -> PlanCommand.line(shell));
        all.put("review", () -> new ReviewCommand(shell));
        all.put("rebuild", () -> new RebuildCommand(shell));
        all.put("dead-letters", () -> DeadLettersCommand.line(shell));
        all.put("erase", () -> new EraseCommand(shell));
        all.put("backup", () -> new BackupCommand(shell));
        all.put("restore", () -> new RestoreCommand(shell));
        all.put("doctor", () -> new DoctorCommand(shell));
        all.put("trace", () -> new TraceCommand(shell));
        all.put(
                "config",
                () -> GroupCommand.line("Look at the settings.", "config check", new ConfigCheckCommand(shell)));
        all.put("acls", () -> new AclsCommand(shell));
        all.put(
                "topics",
                () -> GroupCommand.line(
                        "Manage the topics of a Kafka of your own.", "topics create", new TopicsCreateCommand(shell)));
        all.put("sql", () -> new SqlCommand(shell, System.in));
        all.put("export", () -> new ExportCommand(shell));
        all.put(
                "goal",
                () -> GroupCommand.line(
                        "State and show the races and time trials that athletes train for.",
                        "goal set or goal show",
                        new GoalSetCommand(shell),
                        new GoalShowCommand(shell)));
        all.put(
                "benchmark",
                () -> GroupCommand.line(
                        "State and show the races and time trials from which an athlete's paces are taken.",
                        "benchmark add, benchmark show or benchmark withdraw",
                        new BenchmarkAddCommand(shell),
                        new BenchmarkShowCommand(shell),
                        new BenchmarkWithdrawCommand(shell)));
        all.put("clear", () -> new ClearCommand(shell));
        all.put("decide", () -> new DecideCommand(shell));
        all.put("verdict", () -> new VerdictCommand(shell));
        all.put(
                "silence",
                () -> GroupCommand.line(
                        "Say of which alerts nobody wants to hear.",
                        "silence set, silence lift or silence show",
                        new SilenceSetCommand(shell),
                        new SilenceLiftCommand(shell),
                        new SilenceShowCommand(shell)));
        all.put(
                "phase",
                () -> GroupCommand.line(
                        "Plan days that are meant to be other than usual: hard blocks, tapers, days away, travel, busy days, weather.",
                        "phase set, phase cancel or phase show",
                        new PhaseSetCommand(shell),
                        new PhaseCancelCommand(shell),
                        new PhaseShowCommand(shell)));
        all.put("retract", () -> new RetractCommand(shell));
        all.put("simulate", () -> new SimulateCommand(shell));
        all.put("evaluate", () -> new EvaluateCommand(shell));
        all.put("histories", () -> new HistoriesCommand(shell));
        all.put("rules", () -> new CommandLine(new RulesCommand(shell)).addSubcommand(new RulesDiffCommand(shell)));
        all.put("watch-sync", () -> WatchSyncCommand.line(shell));
        for (Part part : Part.values()) {
            all.put(part.command(), () -> part(shell, part));
        }
        return new Commands(all);
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
