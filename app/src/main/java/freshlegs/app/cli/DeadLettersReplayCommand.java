package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Replay;
import freshlegs.app.deadletter.Replaying;
import freshlegs.app.problem.Problem;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.service.Access;
import freshlegs.app.service.Gone;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.warehouse.WarehouseSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Bring a dead letter on its way again, as it is or mended, and wait until it has come; doing it twice"
                        + " does no harm. With --all every open one of which nothing is wrong any more, as after an upgrade.")
final class DeadLettersReplayCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The dead letter, as `dead-letters` names it.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "FILE",
            description = "What it should have held: the file of `dead-letters fix`, mended.")
    private Optional<Path> mended = Optional.empty();

    @Option(names = "--all", description = "Every open one.")
    private boolean all;

    @Option(names = "--cause", paramLabel = "TEXT", description = "With --all: only those whose cause contains this.")
    private Optional<String> cause = Optional.empty();

    @Option(
            names = "--athlete",
            paramLabel = "ID",
            description = "With --all: only this athlete's; else whose it is, where its key says otherwise.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private HandlingOptions handling = new HandlingOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DeadLettersReplayCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        handling.check();
        check();
        Optional<String> whose = athlete.map(name -> Athletes.parse(name).value());
        Map<String, byte[]> contents =
                mended.map(file -> Map.of(id.orElseThrow(), Content.read(file))).orElse(Map.of());
        Settings settings = common.settings(shell);
        try (Access access = Access.forWriting(settings, "dead-letters replay", shell.clock());
                Gone gone = Gone.of(settings.get(Catalogue.DATA), access.database(), shell.clock())) {
            DeadLetters letters = DeadLetters.in(access.kafka(), access.database(), settings.get(Catalogue.DATA));
            List<DeadLetter> chosen = chosen(letters);
            List<Replay> replays = new ArrayList<>();
            replays.addAll(new Replaying(warehouse(access, settings), gone, handling.by(), handling.why())
                    .run(letters, of(chosen, false), contents, all ? Optional.empty() : whose));
            replays.addAll(new FileReplaying(shell, settings, access, handling).run(of(chosen, true), mended));
            return print(replays);
        }
    }

    /** An alert that could become no row is told as any other when it is one. */
    private WarehouseSettings warehouse(Access access, Settings settings) {
        return new WarehouseSettings(
                access.kafka(),
                access.database(),
                settings.get(Catalogue.WEBHOOK).map(address -> "webhook").stream()
                        .toList(),
                settings.get(Catalogue.SETTLE),
                settings.get(Catalogue.HISTORY),
                shell.clock(),
                Optional.empty());
    }

    private void check() {
        if (id.isPresent() == all) {
            throw Problem.wrongUse("Say which by its id, or --all: `freshlegs dead-letters` lists them.");
        }
        if (all && mended.isPresent()) {
            throw Problem.wrongUse("--value mends one dead letter: name it instead of --all.");
        }
        if (!all && cause.isPresent()) {
            throw Problem.wrongUse("--cause goes with --all.");
        }
    }

    private List<DeadLetter> chosen(DeadLetters letters) {
        if (id.isPresent()) {
            return List.of(letters.find(id.get()));
        }
        return letters.all().stream()
                .filter(letter -> letter.state() == State.OPEN)
                .filter(letter -> cause.map(letter.cause()::contains).orElse(true))
                .filter(letter -> athlete.map(letter.athlete()::equals).orElse(true))
                .toList();
    }

    private static List<DeadLetter> of(List<DeadLetter> chosen, boolean files) {
        return chosen.stream()
                .filter(letter -> (letter.kind() == Kind.INTAKE) == files)
                .toList();
    }

    private int print(List<Replay> replays) {
        replays.forEach(replay -> shell.out()
                .println(replay.letter().id()
                        + (replay.cameAs().isPresent() ? " replayed: " : " open: ")
                        + replay.said()));
        long open = replays.stream().filter(replay -> replay.cameAs().isEmpty()).count();
        shell.out().println(replays.size() - open + " replayed, " + open + " still open.");
        return (open > 0 ? Exit.FAILED : Exit.DONE).code();
    }
}
