package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Replies;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.AlertVerdict.Verdict;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "verdict", description = "Say whether an alert was right, and show how often alerts of its kind were.")
final class VerdictCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--alert",
            required = true,
            paramLabel = "ID",
            description = "The alert, such as anna-2026-11-18-fatigue: its page and `alerts` name it.")
    private String alert = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, in a sentence of your own.")
    private Optional<String> why = Optional.empty();

    @Parameters(paramLabel = "VERDICT", description = "right, wrong, unsure or none (takes a verdict back).")
    private String verdict = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    VerdictCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Verdict said = verdict();
        Person by = speaker.person();
        try (Access access = Access.forWriting(common.settings(shell), "verdict", shell.clock())) {
            Replies replies = new Replies(by, shell.clock().instant(), access.database());
            AlertVerdict fact = Stating.valid(() -> replies.verdict(alert, said, why));
            Stating.state(access, fact);
            shell.out().println(alert + " " + said.key());
            Precision.of(fact.cause(), access.database()).ifPresent(shell.out()::println);
        }
        return 0;
    }

    private Verdict verdict() {
        for (Verdict known : Verdict.values()) {
            if (known.key().equals(verdict)) {
                return known;
            }
        }
        throw Problem.wrongUse("A verdict is right, wrong, unsure or none, not \"" + verdict + "\".");
    }
}
