package freshlegs.coach.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What pages say, apart from their templates, so that other languages can follow: one bundle for each part of the console in
 * {@code freshlegs/coach/say}, named by the first word of each key, such as {@code board.title}.
 */
public record Sayings(Locale locale) {
    private static final String BUNDLES = "freshlegs.coach.say.";

    public static Sayings english() {
        return new Sayings(Locale.ENGLISH);
    }

    /** The saying under a key with {@code {0}} and its like filled in; throws where there is none. */
    public String say(String key, Object... details) {
        String pattern = ResourceBundle.getBundle(BUNDLES + key.substring(0, key.indexOf('.')), locale)
                .getString(key);
        boolean plain = details.length == 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : new MessageFormat(pattern, locale).format(details);
    }
}
