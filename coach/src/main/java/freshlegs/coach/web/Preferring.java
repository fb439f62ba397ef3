package freshlegs.coach.web;

import freshlegs.coach.page.Preferences;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.page.Units;
import freshlegs.coach.page.Voice;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How somebody likes pages, kept in cookies of their browser; a form in the foot of every page changes it without JavaScript. */
final class Preferring {
    private static final String UNITS = "units";
    private static final String KEYS = "keys";
    private static final String ON = "on";
    private static final int KEPT_SECONDS = (int) Duration.ofDays(400).toSeconds();
    /** A page of ours; what begins with two strokes would be another host. */
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    private Preferring() {}

    static void addTo(Gate gate) {
        gate.visitor(HandlerType.POST, "/preferences", Preferring::change);
    }

    static Preferences preferences(Context request) {
        return new Preferences(units(request), !"off".equals(request.cookie(KEYS)));
    }

    /** In the units of their cookie and the language of their browser. */
    static Voice voice(Context request) {
        return new Voice(units(request), sayings(request));
    }

    static String say(Context request, String key, Object... details) {
        return sayings(request).say(key, details);
    }

    static Sayings sayings(Context request) {
        return Sayings.liked(Optional.ofNullable(request.header("Accept-Language")));
    }

    static Units units(Context request) {
        return Units.of(Optional.ofNullable(request.cookie(UNITS)).orElse(""));
    }

    /** Where somebody is, to come back to. */
    static String here(Context request) {
        if (!request.method().equals(HandlerType.GET)) {
            return "/";
        }
        String page = request.queryString() == null ? request.path() : request.path() + "?" + request.queryString();
        return back(page);
    }

    private static void change(Context request) {
        keep(request, UNITS, Units.of(String.valueOf(request.formParam(UNITS))).key());
        keep(request, KEYS, ON.equals(request.formParam(KEYS)) ? ON : "off");
        request.redirect(back(String.valueOf(request.formParam("back"))), HttpStatus.SEE_OTHER);
    }

    /** Back to where a form came from if it says so. */
    static String back(Context request, String otherwise) {
        return Optional.ofNullable(request.formParam("back"))
                .map(Preferring::back)
                .orElse(otherwise);
    }

    private static String back(String page) {
        return PAGE.matcher(page).matches() ? page : "/";
    }

    /** Kept for over a year by this browser and sent to us alone. */
    static void keep(Context request, String name, String value) {
        boolean secure = request.scheme().equals("https");
        request.cookie(new Cookie(name, value, "/", KEPT_SECONDS, secure, true, null, SameSite.LAX));
    }
}
