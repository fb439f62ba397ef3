package freshlegs.app.watch;

import java.util.List;
import java.util.stream.Collectors;

/** Words as the readers of generated files want them, whatever stands in them. */
public final class Quoted {
    private Quoted() {}

    /** For a shell. */
    public static String forShell(String word) {
        return word.matches("[A-Za-z0-9_/.,:@=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** For {@code ExecStart=} of systemd, in which percent signs and dollars have a meaning. */
    static String forSystemd(List<String> words) {
        return words.stream().map(Quoted::forSystemd).collect(Collectors.joining(" "));
    }

    private static String forSystemd(String word) {
        return "\""
                + word.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("%", "%%")
                        .replace("$", "$$")
                        .replace("\n", "\\n")
                + "\"";
    }

    /** For XML text. */
    static String forXml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
