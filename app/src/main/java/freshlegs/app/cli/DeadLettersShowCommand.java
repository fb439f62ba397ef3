package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Diagnosis;
import freshlegs.app.deadletter.Letter;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Show a dead letter: where it came from, what is wrong with it, what was done about it, what it holds.")
final class DeadLettersShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "The dead letter, as `dead-letters` names it.")
    private String id = "";

    @Option(names = "--raw", description = "Print nothing but what it holds, byte for byte.")
    private boolean raw;

    @Option(names = "--out", paramLabel = "FILE", description = "With --raw: write it into a file.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DeadLettersShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException, IOException {
        if (out.isPresent() && !raw) {
            throw Problem.wrongUse("--out goes with --raw; `dead-letters fix` writes a file to mend.");
        }
        Settings settings = common.settings(shell);
        try (Access access = Access.forReadingTopics(settings, "dead-letters show", shell.clock())) {
            Path data = settings.get(Catalogue.DATA);
            DeadLetter letter =
                    DeadLetters.in(access.kafka(), access.database(), data).find(id);
            if (letter.kind() == Kind.INTAKE) {
                show(letter, DeadLetters.file(letter, data));
            } else {
                show(letter, access);
            }
        }
        return 0;
    }

    private void show(DeadLetter letter, Optional<Path> file) throws IOException {
        if (raw) {
            Content.write(shell, Files.readAllBytes(file.orElseThrow(() -> Content.gone(id))), out);
            return;
        }
        LetterSheet sheet = new LetterSheet(shell.out());
        sheet.head(letter);
        if (file.isPresent()) {
            sheet.line("holds", Files.size(file.get()) + " bytes (--raw prints them)");
        }
    }

    private void show(DeadLetter letter, Access access) {
        Optional<Letter> stored = DeadLetters.read(letter, access.kafka());
        if (raw) {
            Content.write(shell, stored.flatMap(Letter::content).orElseThrow(() -> Content.gone(id)), out);
            return;
        }
        LetterSheet sheet = new LetterSheet(shell.out());
        sheet.head(letter);
        if (stored.isEmpty()) {
            sheet.line("holds", "nothing any more: a later record of its key has come");
            return;
        }
        shell.say("What follows holds personal data.");
        sheet.stored(stored.get());
        sheet.diagnosis(
                stored.get(), Diagnosis.of(letter.place().topic(), stored.get().content()));
        stored.get().content().ifPresent(sheet::content);
    }
}
