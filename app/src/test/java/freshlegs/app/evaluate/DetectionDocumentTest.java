package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.labelled.HardPart;
import freshlegs.app.output.MarkedDocument;
import freshlegs.streams.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/detection.md");

    @ParameterizedTest
    @EnumSource(Method.class)
    void every_method_stands_in_the_document(Method method) throws IOException {
        assertThat(text()).contains("\n| " + method.title() + " | ");
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void every_gap_stands_in_the_document(Gap gap) throws IOException {
        assertThat(text()).contains(gap.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`");
    }

    @Test
    void the_numbers_in_the_definitions_are_those_of_the_code() throws IOException {
        assertThat(text())
                .contains("The first " + Truth.WARM_UP_DAYS + " days of a history")
                .contains("within the " + Truth.RECOVERY_DAYS + " days before")
                .contains("whose first " + Delays.LATEST_DAYS + " days the history holds")
                .contains("or up to " + Calls.LATE_DAYS + " days after it")
                .contains("the mean of the " + Rivals.RESTING_BASELINE_DAYS + " days before, of which "
                        + Rivals.LEAST_VALUES)
                .contains("the mean of the " + Rivals.HRV_BASELINE_DAYS + " days before those (" + Rivals.LEAST_VALUES)
                .contains("one hard part of " + HardPart.TEMPO_METRES + " m, or three to six of "
                        + HardPart.REPEAT_METRES + " m");
    }

    @Test
    void every_figure_of_programs_stands_in_the_document() throws IOException {
        String text = text();
        Evaluation evaluation = Evaluation.of(Squads.of(1, 6, 1), Rules.published(), 2, () -> {});

        assertThat(ReportJson.of(evaluation).fieldNames()).toIterable().allSatisfy(key -> assertThat(text)
                .contains(
                        "`" + key.replaceFirst("moderate|paradoxical", "severe").replaceFirst("14|21", "7") + "`"));
    }

    @Test
    void every_squad_stands_in_the_document() throws IOException {
        List<String> squads = Squads.of(1, 0, 0).stream().map(Squad::name).toList();
        String text = text();

        assertThat(squads).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    @Test
    void a_run_brings_the_documents_tables_up_to_date_and_nothing_else() throws IOException {
        String before = text();

        String after = MarkedDocument.with("| new |\n", before);

        assertThat(after).contains(MarkedDocument.BEGIN + "\n| new |\n" + MarkedDocument.END);
        assertThat(after.substring(after.indexOf(MarkedDocument.END)))
                .isEqualTo(before.substring(before.indexOf(MarkedDocument.END)));
        assertThatThrownBy(() -> MarkedDocument.with("", "no marks")).hasMessageContaining(MarkedDocument.BEGIN);
    }

    private static String text() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
