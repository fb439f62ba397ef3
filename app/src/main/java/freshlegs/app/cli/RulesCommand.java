package freshlegs.app.cli;

import freshlegs.app.output.MarkedDocument;
import freshlegs.app.problem.Problem;
import freshlegs.app.rules.RulesReport;
import freshlegs.app.setting.Catalogue;
import freshlegs.streams.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rules",
        description = "Show by which thresholds and rules alerts are raised, or check a file with changed ones.")
final class RulesCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--file", paramLabel = "FILE", description = "Check and show these instead of those that are set.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "A Markdown document whose tables are brought up to date, such as docs/rules.md.")
    private Optional<Path> document = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RulesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Rules rules = file.map(name -> RulesOption.read("--file", name))
                .orElseGet(() -> common.settings(shell).get(Catalogue.RULES));
        RulesReport report = new RulesReport(rules);
        document.ifPresent(page -> bringUpToDate(page, report));
        if (json) {
            JsonOutput.print(shell.out(), report.json());
        } else {
            shell.out().print(report.text());
        }
        return 0;
    }

    private static void bringUpToDate(Path page, RulesReport report) {
        try {
            Files.writeString(page, MarkedDocument.with(report.markdown(), Files.readString(page)));
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.failed(
                    "The document " + page + " could not be brought up to date (" + e.getMessage() + ").", e);
        }
    }
}
