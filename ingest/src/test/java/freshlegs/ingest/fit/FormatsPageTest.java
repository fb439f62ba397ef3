package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormatsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root", ".."));

    @Test
    void the_page_names_every_message_that_is_read() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/intake/formats.md"));
        String part = Files.readString(ROOT.resolve("ingest/src/main/java/freshlegs/ingest/fit/Part.java"));

        assertThat(Pattern.compile("case MesgNum\\.(\\w+)")
                        .matcher(part)
                        .results()
                        .map(match -> match.group(1).toLowerCase(Locale.ROOT)))
                .hasSizeGreaterThan(15)
                .allSatisfy(message -> assertThat(page).contains("`" + message + "`"));
    }
}
