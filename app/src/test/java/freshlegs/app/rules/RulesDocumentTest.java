package freshlegs.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.MarkedDocument;
import freshlegs.streams.rule.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/rules.md");

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_document_holds_every_threshold_and_rule_as_published() throws Exception {
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(
                    DOCUMENT,
                    MarkedDocument.with(new RulesReport(Rules.published()).markdown(), Files.readString(DOCUMENT)));
        }
        assertThat(MarkedDocument.figures(Files.readString(DOCUMENT)))
                .as("bring it up to date with `freshlegs rules --document docs/rules.md`")
                .isEqualTo("\n" + new RulesReport(Rules.published()).markdown());
    }
}
