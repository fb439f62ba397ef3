package freshlegs.coach.page;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pages say in one language, apart from their templates: one bundle for each part of the console in {@code freshlegs/coach/say},
 * named by the first word of each key, such as {@code board.title}. What another language does not say is said in English.
 */
public final class Sayings {
    private static final String BUNDLES = "freshlegs.coach.say.";
    /** Never in the language of the machine that we run on. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final int LONGEST_WISH = 200;
    private static final Sayings ENGLISH = new Sayings(Locale.ENGLISH);
    private static final Map<Locale, Sayings> KNOWN = Stream.concat(
                    Stream.of(ENGLISH), Languages.others().stream().map(Sayings::new))
            .collect(Collectors.toUnmodifiableMap(Sayings::locale, Function.identity()));

    private final Locale locale;
    private final Map<String, String> patterns = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> calendar = new ConcurrentHashMap<>();

    private Sayings(Locale locale) {
        this.locale = locale;
    }

    public static Sayings english() {
        return ENGLISH;
    }

    /** In the language that somebody likes best of those there are; {@code wish} is what browsers send as Accept-Language. */
    public static Sayings liked(Optional<String> wish) {
        return wish.filter(header -> header.length() <= LONGEST_WISH)
                .map(Sayings::ranges)
                .map(ranges -> Locale.lookup(ranges, known()))
                .map(KNOWN::get)
                .orElse(ENGLISH);
    }

    private static Collection<Locale> known() {
        return KNOWN.keySet();
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException nonsense) {
            return List.of();
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The saying under a key with {@code {0}} and its like filled in; throws where there is none. */
    public String say(String key, Object... details) {
        String pattern = patterns.computeIfAbsent(key, this::pattern);
        boolean plain = details.length == 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : format(key, pattern).format(details);
    }

    private MessageFormat format(String key, String pattern) {
        MessageFormat known = formats.computeIfAbsent(key, unknown -> new MessageFormat(pattern, locale));
        return (MessageFormat) known.clone();
    }

    private String pattern(String key) {
        return ResourceBundle.getBundle(BUNDLES + key.substring(0, key.indexOf('.')), locale, NO_FALLBACK)
                .getString(key);
    }

    /** A day with its year. */
    public String day(LocalDate day) {
        return calendar("frame.calendar.day").format(day);
    }

    /** A day without its year. */
    public String shortDay(LocalDate day) {
        return calendar("frame.calendar.short-day").format(day);
    }

    String month(YearMonth month) {
        return calendar("frame.calendar.month").format(month);
    }

    String moment(Instant moment) {
        return calendar("frame.calendar.moment").format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Days as {@link DateTimeFormatter} is told to write them under a key. */
    DateTimeFormatter calendar(String key) {
        return calendar.computeIfAbsent(key, unknown -> DateTimeFormatter.ofPattern(say(unknown), locale));
    }

    @Override
    public String toString() {
        return "Sayings[" + locale.toLanguageTag() + "]";
    }
}
