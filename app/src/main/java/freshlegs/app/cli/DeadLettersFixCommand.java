package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Diagnosis;
import freshlegs.app.deadletter.Letter;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "fix", description = "Write what a dead letter holds into a file, to be mended there and replayed.")
final class DeadLettersFixCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "The dead letter, as `dead-letters` names it.")
    private String id = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    DeadLettersFixCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Settings settings = common.settings(shell);
        try (Access access = Access.forReadingTopics(settings, "dead-letters fix", shell.clock())) {
            Path data = settings.get(Catalogue.DATA);
            DeadLetter letter =
                    DeadLetters.in(access.kafka(), access.database(), data).find(id);
            if (letter.kind() == Kind.INTAKE) {
                Path file = DeadLetters.file(letter, data).orElseThrow(() -> Content.gone(id));
                Content.write(shell, Content.read(file), Optional.of(out));
            } else {
                Optional<byte[]> content =
                        DeadLetters.read(letter, access.kafka()).flatMap(Letter::content);
                Content.write(shell, Content.forMending(content.orElseThrow(() -> Content.gone(id))), Optional.of(out));
                Diagnosis.of(letter.place().topic(), content)
                        .fault()
                        .ifPresent(wrong -> shell.say("Wrong is: " + wrong + "."));
            }
            shell.out().println(out);
            shell.say("It holds personal data. Mend it, then: freshlegs dead-letters replay " + id + " --value " + out
                    + " --why TEXT");
        }
        return 0;
    }
}
