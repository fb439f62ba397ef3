package freshlegs.coach.web;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is typed into every place of a request to see whether it is taken for more than text; the rest is plausible, by chance. */
final class Probe {
    static final String INJECTED_HEADER = "X-Injected";
    static final String MARKUP = "\"'></script><script>alert(1)</script><img src=x onerror=alert(1)>";

    private static final Pattern READ =
            Pattern.compile("(?:queryParam|formParams?|said|asked)\\((?:request, )?\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("\\sname=\"([A-Za-z-]+)\"");
    private static final List<String> PLAUSIBLE = List.of(
            "1",
            "0",
            "90",
            "on",
            "yes",
            "2026-11-20",
            "2026-W47",
            "WRONG",
            "wrong",
            "rest",
            "mute",
            "FATIGUE",
            "fatigue",
            "0123456789abcdef",
            "anna.2026-11-15.fatigue",
            "coach",
            "07:30",
            "half-marathon",
            "1:45:00",
            "mon",
            "read",
            "email",
            "webhook",
            "sleep",
            "",
            "/account");
    private static final SortedSet<String> NAMES = names();

    /** What a server takes as the head of a request, and the console as the body of one. */
    private static final int MOST_OF_A_QUERY = 4_000;

    private static final int MOST_OF_A_FORM = 30_000;

    private final Random random;
    private final String hostile;

    Probe(long seed, String hostile) {
        this.random = new Random(seed);
        this.hostile = hostile;
    }

    /** {@code listener} is an address of ours that nobody has a reason to ask. */
    static List<String> all(String listener) {
        return List.of(
                MARKUP,
                "javascript:alert(1)",
                "'; drop table access.account cascade; --",
                "' or '1'='1",
                "1) or pg_sleep(60) is null --",
                "%' union select version()::text --",
                "../../../../../../../../etc/passwd",
                "..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/etc/passwd\u0000.fit",
                "${jndi:" + listener + "}#{7*7}${7*7}{{7*7}}@import('/etc/passwd')",
                listener,
                "//evil.example/%2f..",
                "/\\evil.example",
                "x\r\n" + INJECTED_HEADER + ": yes\r\n\r\n<b>",
                "\u202E\uFFFF\u0085\u2028\uD83D\uDE00" + "x".repeat(300),
                "x".repeat(3_000),
                "-9223372036854775809",
                "NaN",
                "9999-99-99",
                "+999999999-12-31",
                "{\"a\":[{\"$ref\":\"#\"}],\"@class\":\"javax.script.ScriptEngineManager\"}");
    }

    /** In the place of a part of a path. */
    String part() {
        return encoded(value());
    }

    /** As a query; in another order each time, so that what is checked first does not hide the rest. */
    String query() {
        return pairs(MOST_OF_A_QUERY);
    }

    String form() {
        return pairs(MOST_OF_A_FORM);
    }

    private String pairs(int mostCharacters) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        StringBuilder pairs = new StringBuilder();
        for (String name : names) {
            String pair = encoded(name) + "=" + encoded(value());
            if (pairs.length() + pair.length() < mostCharacters) {
                pairs.append(pairs.isEmpty() ? "" : "&").append(pair);
            }
        }
        return pairs.toString();
    }

    /** What programs send, with the members of a type that the API reads; values of wrong kinds are among them. */
    String json(Class<?> sent) {
        return Stream.of(sent.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> random.nextInt(6) > 0)
                .map(name -> quoted(name) + ":" + literal())
                .collect(Collectors.joining(",", "{", random.nextInt(20) == 0 ? "" : "}"));
    }

    private String literal() {
        return switch (random.nextInt(12)) {
            case 0 -> "[" + quoted(hostile) + "]";
            case 1 -> "{" + quoted(hostile) + ":null}";
            case 2 -> "1e999999999";
            case 3 -> "null";
            case 4 -> "[".repeat(2_000);
            default -> quoted(value());
        };
    }

    private String value() {
        return random.nextInt(5) < 3 ? hostile : PLAUSIBLE.get(random.nextInt(PLAUSIBLE.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String quoted(String text) {
        return Json.writeText(text);
    }

    /** Every name of a field that a page sends or a handler reads, as the sources have them. */
    private static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        Path sources = Path.of(System.getProperty("freshlegs.root"), "coach", "src", "main");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.endsWith(".jte") || name.endsWith(".java")) {
                    Matcher found = (name.endsWith(".jte") ? FIELD : READ).matcher(Files.readString(file));
                    while (found.find()) {
                        names.add(found.group(1));
                    }
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
