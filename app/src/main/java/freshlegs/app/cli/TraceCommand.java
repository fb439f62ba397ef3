package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.trace.Step;
import freshlegs.app.trace.Trace;
import freshlegs.app.trace.Tracing;
import freshlegs.ingest.original.OriginalFiles;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        description =
                "Follow a file, an activity or an alert from the file's bytes to the message, and say where it got"
                        + " stuck; without measurements.")
final class TraceCommand implements Callable<Integer> {
    private static final int HOURS = 48;

    private final Shell shell;

    @Parameters(
            paramLabel = "THING",
            description =
                    "A file's path, name, SHA-256 or delivery, an activity such as 20261103T063000Z-running, or an"
                            + " alert's id.")
    private String thing = "";

    @Option(names = "--json", description = "Print all steps as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    TraceCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Settings settings = common.settings(shell);
        try (Access access = Access.forReadingTopics(settings, "trace", shell.clock());
                OriginalFiles originals = Backing.originals(settings);
                Tracing tracing =
                        new Tracing(access.kafka(), access.database(), settings.get(Catalogue.DATA), originals)) {
            List<Trace> traces = tracing.of(thing);
            if (json) {
                JsonOutput.print(shell.out(), document(traces));
            } else {
                traces.forEach(this::print);
            }
        }
        return 0;
    }

    private void print(Trace trace) {
        shell.out().println(trace.of() + " " + trace.id() + " of " + trace.athlete());
        Optional<Instant> before = Optional.empty();
        for (Step step : trace.steps()) {
            shell.out()
                    .printf(
                            "%-24s  %8s  %-11s  %s%n",
                            step.at().map(Instant::toString).orElse(""),
                            after(before, step.at()),
                            step.stage(),
                            step.sentence());
            before = step.at().isPresent() ? step.at() : before;
        }
        shell.out().println();
    }

    /** How long after the step before; nothing where one of the two was not noted. */
    private static String after(Optional<Instant> before, Optional<Instant> at) {
        if (before.isEmpty() || at.isEmpty()) {
            return "";
        }
        Duration between = Duration.between(before.get(), at.get());
        return between.abs().toHours() > HOURS
                ? String.format(Locale.ROOT, "%+d d", between.toDays())
                : String.format(Locale.ROOT, "%+.1f s", between.toMillis() / 1000.0);
    }

    private static ArrayNode document(List<Trace> traces) {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        for (Trace trace : traces) {
            ObjectNode one = document.addObject()
                    .put("of", trace.of())
                    .put("id", trace.id())
                    .put("athlete", trace.athlete());
            ArrayNode steps = one.putArray("steps");
            for (Step step : trace.steps()) {
                ObjectNode said = steps.addObject().put("stage", step.stage());
                step.at().ifPresent(at -> said.put("at", at.toString()));
                said.put("sentence", step.sentence());
                step.ids().forEach((name, id) -> said.put(name, id));
            }
        }
        return document;
    }
}
