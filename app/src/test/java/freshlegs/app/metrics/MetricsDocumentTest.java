package freshlegs.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.MarkedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/metrics.md");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)\\n(.*?)(?=- alert: |\\z)", Pattern.DOTALL);

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_document_holds_every_metric_and_every_alert() throws Exception {
        String figures = metrics() + "\n" + alerts();
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(DOCUMENT, MarkedDocument.with(figures, Files.readString(DOCUMENT)));
        }
        assertThat(MarkedDocument.figures(Files.readString(DOCUMENT)))
                .as("bring it up to date with -Dtest=MetricsDocumentTest -Dfreshlegs.docs=write")
                .isEqualTo("\n" + figures);
    }

    @Test
    void names_say_what_is_counted_in_base_units() {
        assertThat(Metrics.ALL).extracting(Metric::name).doesNotHaveDuplicates();
        for (Metric metric : Metrics.ALL) {
            assertThat(metric.name()).matches("freshlegs(_[a-z]+)+");
            assertThat(metric.name().endsWith("_total"))
                    .as(metric.name())
                    .isEqualTo(metric.kind() == Metric.Kind.COUNTER);
            if (List.of("seconds", "bytes").contains(metric.unit())) {
                assertThat(metric.name()).endsWith("_" + metric.unit());
            }
            assertThat(metric.labels())
                    .isSubsetOf(
                            "part",
                            "source",
                            "route",
                            "outcome",
                            "reason",
                            "service",
                            "state",
                            "topic",
                            "table",
                            "cause",
                            "step",
                            "rule",
                            "status",
                            "standing",
                            "channel",
                            "to");
        }
    }

    private static String metrics() {
        StringBuilder table = new StringBuilder("| Metric | Kind | Unit | Labels | Shown by | Meaning |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Metric metric : Metrics.ALL) {
            table.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            metric.name(),
                            metric.kind().word(),
                            metric.unit(),
                            String.join(", ", metric.labels()),
                            metric.part(),
                            metric.meaning()));
        }
        return table.toString();
    }

    private static String alerts() throws IOException {
        StringBuilder table = new StringBuilder("| Alert | What it means | What to do |\n|---|---|---|\n");
        Matcher alert = ALERT.matcher(Files.readString(APrometheus.OBSERVABILITY.resolve("rules.yml")));
        while (alert.find()) {
            table.append("| `%s` (%s) | %s | %s |\n"
                    .formatted(
                            alert.group(1),
                            said("severity", alert.group(2)),
                            said("description", alert.group(2)),
                            said("action", alert.group(2))));
        }
        return table.toString();
    }

    private static String said(String what, String alert) {
        Matcher line = Pattern.compile("(?m)^ +" + what + ": \"?(.*?)\"?$").matcher(alert);
        assertThat(line.find()).as("%s of %s", what, alert).isTrue();
        return line.group(1);
    }
}
