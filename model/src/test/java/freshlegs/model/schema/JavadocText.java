package freshlegs.model.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the source says of one of the model's types, as plain text. */
final class JavadocText {
    private static final Path SOURCE =
            Path.of(System.getProperty("freshlegs.root", "..")).resolve("model/src/main/java");

    private JavadocText() {}

    static Optional<String> of(Class<?> type) {
        Path file = SOURCE.resolve(outermost(type).getName().replace('.', '/') + ".java");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher found = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\)\\)?)?\\s+)*"
                                + "(?:(?:public|private|static|sealed|final) )*(?:record|interface|class|enum) "
                                + type.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(read(file));
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .replaceAll("\\{@(?:link|value) (?:[\\w.]*#)?(\\w+)[^}]*}", "$1")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
