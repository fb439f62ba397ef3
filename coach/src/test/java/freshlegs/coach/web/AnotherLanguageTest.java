package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.AnInventedLanguage;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Done;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnotherLanguageTest {
    private static final String SEEN =
            "(?s)>([^<]+)<|(?:title|aria-label|alt|placeholder|data-label|data-say-\\w+)=\"([^\"]*)\"";
    /** Days, times and units are written by their own rules. */
    private static final Pattern DATE_OR_UNIT = Pattern.compile(
            "(?i)\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:\\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b(?: \\d{4})?(?:, \\d\\d:\\d\\d UTC)?"
                    + "|\\p{L}+day \\d{1,2} \\p{L}+|[\\d.]+ (?:bpm|min|h|km)\\b|\\S+/\\S+\\.\\w+|^bpm$|\\(VDOT [\\d.]+\\)");

    private static final Path SAID_TO_ATHLETES = Path.of(
            "..", "warehouse", "src", "main", "resources", "freshlegs", "warehouse", "migration", "V14__alerts.sql");
    private static final String SAID = "6 of 6 × 200 m on target";
    private static final String FACTS = facts();
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private static AnInventedLanguage language;
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        language = AnInventedLanguage.spoken();
        database = TestDatabase.withSquad();
        APlan.of("anna")
                .with(LocalDate.parse("2026-11-17"), APlan.done(Done.Grade.SUCCESS, SAID))
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(
                                AdjustmentCause.FATIGUE,
                                "Accumulating fatigue suspected: volume down a fifth for a week.",
                                APlan.technical(),
                                false))
                .into(database);
        coach = ACoach.answering(new AListener(), database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
        language.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/athletes/anna",
                "/athletes/anna/plan",
                "/athletes/anna/calendar",
                "/athletes/anna/notes",
                "/athletes/anna/sharing",
                "/athletes/anna/activities",
                "/episodes/carla.2026-11-15.fatigue"
            })
    void a_page_follows_the_language_that_the_browser_asks_for(String path) {
        String page = page(path, AnInventedLanguage.TAG + ",en;q=0.5");
        assertThat(page).contains("<html lang=\"qps\">");
        assertThat(strange(page))
                .as("words that are neither from a bundle nor from a fact")
                .isEmpty();
    }

    @Test
    void what_is_not_asked_for_or_not_known_is_answered_in_english() {
        for (String wish : List.of("de", "en-GB,en;q=0.9", "*", "!!", "x".repeat(300))) {
            assertThat(page("/athletes/anna/notes", wish)).as(wish).contains("<html lang=\"en\">", "Notes about anna");
        }
    }

    /** In the tables, in the words of plans, or in the published rules. */
    private static boolean isTold(String words) {
        return Stream.of(words.split("[.;] ", -1)).allMatch(part -> {
            String told = trimmed(DATE_OR_UNIT.matcher(part).replaceAll(""));
            return FACTS.contains(trimmed(part))
                    || FACTS.contains(told)
                    || !WORD.matcher(told).find();
        });
    }

    private static String plain(String html) {
        return trimmed(html.replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    private static String trimmed(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("^[ ·,;←]+|[ ·,;.]+$", "");
    }

    private static String facts() {
        try (Stream<Path> plans =
                Files.walk(Path.of("..", "model", "src", "main", "java", "freshlegs", "model", "plan"))) {
            return Stream.of(
                            plans.filter(Files::isRegularFile),
                            Stream.of(
                                    Path.of("src", "test", "resources", "freshlegs", "coach", "squad.sql"),
                                    Path.of("src", "test", "java", "freshlegs", "coach", "APlan.java"),
                                    Path.of("..", "docs", "rules.md"),
                                    SAID_TO_ATHLETES))
                    .flatMap(files -> files)
                    .map(AnotherLanguageTest::read)
                    .collect(Collectors.joining("\n", SAID + "\n", ""))
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("\"\\s*\\+\\s*\"", "")
                    .replaceAll("\\s+", " ")
                    .replace("''", "'")
                    .replace("`", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strange(String page) {
        return Pattern.compile(SEEN)
                .matcher(page.replaceAll(
                        "(?s)<head>.*?</head>|<code>[^<]*</code>|<span class=\"tag plain-tag\">[^<]*</span>", ""))
                .results()
                .map(seen -> seen.group(1) == null ? seen.group(2) : seen.group(1))
                .flatMap(AnotherLanguageTest::outside)
                .map(AnotherLanguageTest::plain)
                .filter(left -> !isTold(left))
                .distinct()
                .toList();
    }

    private static Stream<String> outside(String text) {
        StringBuilder left = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == AnInventedLanguage.OPEN) {
                depth++;
                left.append('\n');
            } else if (letter == AnInventedLanguage.CLOSE) {
                depth--;
            } else if (depth == 0) {
                left.append(letter);
            }
        }
        return left.toString().lines();
    }

    private static String page(String path, String wish) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + path))
                        .header("Accept-Language", wish))
                .body();
    }
}
