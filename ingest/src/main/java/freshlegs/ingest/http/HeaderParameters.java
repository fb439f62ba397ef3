package freshlegs.ingest.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a Content-Disposition header: quoted or not, with RFC 5987's {@code filename*} before the plain one. */
final class HeaderParameters {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z]{1,20}\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*+))");
    private static final String UTF_8 = "utf-8''";

    private final Map<String, String> found;

    private HeaderParameters(Map<String, String> found) {
        this.found = found;
    }

    static HeaderParameters of(String header) {
        Map<String, String> found = new HashMap<>();
        Matcher each = PARAMETER.matcher(header);
        while (each.find()) {
            String quoted = each.group(2);
            String text = quoted == null ? each.group(3) : unescaped(quoted);
            found.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new HeaderParameters(found);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(found.get(name + "*"))
                .flatMap(HeaderParameters::decoded)
                .or(() -> Optional.ofNullable(found.get(name)));
    }

    /** Browsers write a quote as %22; others put a backslash before it. A Windows path keeps its backslashes. */
    private static String unescaped(String quoted) {
        return quoted.replace("\\\"", "\"").replace("%22", "\"");
    }

    private static Optional<String> decoded(String extended) {
        if (!extended.regionMatches(true, 0, UTF_8, 0, UTF_8.length())) {
            return Optional.empty();
        }
        try {
            String text = extended.substring(UTF_8.length()).replace("+", "%2B");
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
