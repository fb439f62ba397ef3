package freshlegs.coach.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * A browser says of every request that changes something which page it comes from, in headers that no page can forge. What holds a
 * cookie and says nothing is refused; what holds none and says nothing is no browser.
 */
final class SameOrigin {
    private SameOrigin() {}

    static void check(Front front, Context request, String advice) {
        String site = request.header("Sec-Fetch-Site");
        String origin = request.header("Origin");
        boolean fine = site == null
                ? isOurs(front, request, origin)
                : site.equals("same-origin") && (isHidden(origin) || isOurs(front, request, origin));
        if (!fine) {
            throw Problem.forbidden("Another web page tried to send this.", advice);
        }
    }

    private static boolean isOurs(Front front, Context request, @Nullable String origin) {
        return origin == null ? request.header("Cookie") == null : front.isOurs(request, origin);
    }

    /** From a page with the policy {@code no-referrer} a form names no origin; the other header then says enough. */
    private static boolean isHidden(@Nullable String origin) {
        return origin == null || origin.equals("null");
    }
}
