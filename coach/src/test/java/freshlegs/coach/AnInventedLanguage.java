package freshlegs.coach;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Bundles in a language that nobody speaks: every English saying in brackets, so that one sees what does not come from a bundle. */
public final class AnInventedLanguage implements AutoCloseable {
    /** As the list of languages beside these bundles names it. */
    public static final String TAG = "qps";

    public static final char OPEN = '⟦';
    public static final char CLOSE = '⟧';

    private static final Path ENGLISH = Path.of("src", "main", "resources", "freshlegs", "coach", "say");

    private final List<Path> bundles;

    private AnInventedLanguage(List<Path> bundles) {
        this.bundles = bundles;
    }

    public static AnInventedLanguage spoken() {
        try (Stream<Path> english = Files.list(ENGLISH)) {
            return new AnInventedLanguage(english.filter(file -> file.toString().endsWith(".properties"))
                    .map(AnInventedLanguage::translated)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path translated(Path english) {
        Path folder = besideOurList();
        Path bundle =
                folder.resolve(english.getFileName().toString().replace(".properties", "_" + TAG + ".properties"));
        Properties sayings = new Properties();
        try (Reader in = Files.newBufferedReader(english)) {
            sayings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sayings.replaceAll(
                (key, saying) -> key.toString().startsWith("frame.calendar.") ? saying : "" + OPEN + saying + CLOSE);
        try (Writer out = Files.newBufferedWriter(bundle)) {
            sayings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static Path besideOurList() {
        try {
            Path classes = Path.of(AnInventedLanguage.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("freshlegs/coach/say");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        bundles.forEach(bundle -> {
            try {
                Files.delete(bundle);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
