package freshlegs.coach.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages beside English of which there are bundles, as every {@code languages.txt} beside bundles on the class path names them. */
final class Languages {
    private static final String LISTS = "freshlegs/coach/say/languages.txt";

    private Languages() {}

    static List<Locale> others() {
        try {
            return Collections.list(Languages.class.getClassLoader().getResources(LISTS)).stream()
                    .flatMap(Languages::read)
                    .filter(locale -> !locale.equals(Locale.ENGLISH))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of languages cannot be read", e);
        }
    }

    private static Stream<Locale> read(URL list) {
        try (InputStream in = list.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(Locale::forLanguageTag)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of languages cannot be read", e);
        }
    }
}
