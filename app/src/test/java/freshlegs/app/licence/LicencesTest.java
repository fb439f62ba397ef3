package freshlegs.app.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.output.MarkedDocument;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the bill of materials of this build says about licences. */
class LicencesTest {
    private static final Path BILL = Path.of("target/app/freshlegs.cdx.json");
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/licences.md");

    @Test
    void every_dependency_offers_a_licence_that_is_allowed() throws Exception {
        assertThat(dependencies()).hasSizeGreaterThan(50).allSatisfy(dependency -> assertThat(
                        AllowedLicences.one(dependency))
                .as(dependency.toString())
                .isPresent());
    }

    @Test
    void a_dependency_with_a_wrong_licence_or_none_is_seen() throws Exception {
        List<Component> planted = Component.all(Json.MAPPER.readTree("""
                {"components": [
                  {"group": "a", "name": "free", "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "a", "name": "either", "licenses": [{"license": {"id": "GPL-3.0-only"}}, {"license": {"id": "EPL-2.0"}}]},
                  {"group": "a", "name": "viral", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
                  {"group": "a", "name": "silent"},
                  {"group": "a", "name": "odd", "licenses": [{"license": {"name": "Do what I want Licence"}}]},
                  {"group": "freshlegs", "name": "ours"}
                ]}
                """));

        assertThat(planted)
                .filteredOn(each -> AllowedLicences.one(each).isEmpty())
                .extracting(Component::name)
                .containsExactly("a:viral", "a:silent", "a:odd");
    }

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_page_lists_every_dependency_with_its_licence() throws Exception {
        String table = dependencies().stream()
                .sorted(Comparator.comparing(Component::name))
                .map(LicencesTest::row)
                .collect(Collectors.joining("", "| Library | Licence |\n|---|---|\n", ""));
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(DOCUMENT, MarkedDocument.with("\n" + table, Files.readString(DOCUMENT)));
        }
        assertThat(MarkedDocument.figures(Files.readString(DOCUMENT)))
                .as("bring it up to date with -Dfreshlegs.docs=write")
                .isEqualTo("\n\n" + table);
    }

    private static String row(Component dependency) {
        return "| `%s` | %s |\n"
                .formatted(dependency.name(), AllowedLicences.one(dependency).orElse("not allowed"));
    }

    private static List<Component> dependencies() throws IOException {
        assumeTrue(Files.exists(BILL), "no bill of materials, since Maven is offline");
        return Component.in(BILL);
    }
}
