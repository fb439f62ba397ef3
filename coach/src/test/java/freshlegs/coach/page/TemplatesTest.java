package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say stands in the bundles alone, and the bundles hold nothing else. */
class TemplatesTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path BUNDLES = MAIN.resolve("resources/freshlegs/coach/say");
    /** Between tags, and in the attributes that people read or hear. */
    private static final Pattern SEEN = Pattern.compile(
            "(?:^|>)([^<>]*)(?:<|$)|(?:title|aria-label|alt|placeholder|data-(?:say|words)[a-z-]*)=\"([^\"]*)\"");

    private static final Pattern CODE = Pattern.compile("(?s)<code\\b.*?</code>");
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?m)^@(?:import|param).*$|@(?:else|endif|endfor)\\b|@template\\.layout\\(.*@`|`\\)");
    private static final Pattern CALL = Pattern.compile("@(?:template\\.(?!layout)\\w+|if|elseif|for)\\(");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** What is no word of any language. */
    private static final Set<String> ALLOWED = Set.of(/* an address */ "/api/v1/openapi.json");

    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9.-]*)\"(\\s*\\+)?");

    @Test
    void no_template_has_words_of_its_own() {
        Map<String, List<String>> words = new TreeMap<>();
        files(MAIN.resolve("jte"), ".jte").forEach(file -> {
            List<String> own = words(withoutExpressions(read(file)));
            if (!own.isEmpty()) {
                words.put(file.getFileName().toString(), own);
            }
        });
        assertThat(words).isEmpty();
    }

    @Test
    void the_scan_sees_a_planted_word() {
        assertThat(words(withoutExpressions("<p title=\"Why so\">${frame.say(\"a.b\")} or ${page.x(\"}\")}</p>")))
                .containsExactlyInAnyOrder("Why so", "or");
        assertThat(words(withoutExpressions("@if(page.here())\n<code>freshlegs decide</code> ${page.day()}\n@endif")))
                .isEmpty();
    }

    @Test
    void every_saying_that_is_asked_for_is_there_and_every_one_that_is_there_is_asked_for() {
        Set<String> known = keys();
        Set<String> areas =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> whole = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        Stream.concat(files(MAIN.resolve("jte"), ".jte"), files(MAIN.resolve("java"), ".java"))
                .flatMap(file -> QUOTED.matcher(read(file)).results())
                .filter(quoted -> areas.contains(
                        quoted.group(1).substring(0, quoted.group(1).indexOf('.'))))
                .filter(quoted -> !quoted.group(1).matches(".*\\.(js|css|json)"))
                .forEach(quoted -> (isBeginning(quoted) ? beginnings : whole).add(quoted.group(1)));

        assertThat(whole).as("asked for and missing").isSubsetOf(union(known, beginnings));
        assertThat(known.stream().filter(key -> !whole.contains(key)).filter(key -> beginnings.stream()
                        .noneMatch(key::startsWith)))
                .as("there and never asked for")
                .isEmpty();
        assertThat(beginnings).allMatch(beginning -> known.stream().anyMatch(key -> key.startsWith(beginning)));
    }

    private static boolean isBeginning(MatchResult quoted) {
        return quoted.group(2) != null || quoted.group(1).endsWith(".");
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static List<String> words(String template) {
        String text = DIRECTIVE.matcher(CODE.matcher(template).replaceAll("")).replaceAll("");
        return SEEN.matcher(text)
                .results()
                .map(seen -> (seen.group(1) == null ? seen.group(2) : seen.group(1)).strip())
                .filter(seen -> WORD.matcher(seen).find() && !ALLOWED.contains(seen))
                .toList();
    }

    /** Each <code>${...}</code> and <code>!{...}</code> is left out, with braces and quotes within it; so are the arguments of a template. */
    private static String withoutExpressions(String template) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            boolean expression = template.startsWith("${", at) || template.startsWith("!{", at);
            boolean call = CALL.matcher(template).region(at, template.length()).lookingAt();
            if (expression || call) {
                at = end(template, template.indexOf(expression ? '{' : '(', at), expression ? '}' : ')');
            } else {
                left.append(template.charAt(at++));
            }
        }
        return left.toString();
    }

    private static int end(String template, int opening, char close) {
        char open = template.charAt(opening);
        int depth = 0;
        boolean quoted = false;
        for (int at = opening; at < template.length(); at++) {
            char here = template.charAt(at);
            if (here == '"' && template.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && here == open) {
                depth++;
            } else if (!quoted && here == close && --depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("an expression does not end: " + template.substring(opening));
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        List<String> astray = new ArrayList<>();
        files(BUNDLES, ".properties").forEach(file -> {
            String area = file.getFileName().toString().replace(".properties", ".");
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                bundle.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.addAll(bundle.stringPropertyNames());
            bundle.stringPropertyNames().stream()
                    .filter(key -> !key.startsWith(area))
                    .forEach(astray::add);
        });
        assertThat(astray).as("in a bundle of another name").isEmpty();
        return keys;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
