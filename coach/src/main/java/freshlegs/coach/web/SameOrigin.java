package freshlegs.coach.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** A browser says of every request that changes something which page it comes from; what no browser sends is no other page's. */
final class SameOrigin {
    private SameOrigin() {}

    static void check(Context request, String advice) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("same-origin");
        String host = String.valueOf(request.host()).toLowerCase(Locale.ROOT);
        String origin = Optional.ofNullable(request.header("Origin"))
                .map(from -> from.toLowerCase(Locale.ROOT).replaceFirst("^https?://", ""))
                .orElse(host);
        if (!site.equals("same-origin") || !origin.equals(host)) {
            throw Problem.forbidden("Another web page tried to send this.", advice);
        }
    }
}
