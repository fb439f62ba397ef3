package freshlegs.coach.web;

import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Sessions;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that holds a session's secret: not for scripts, not for other sites' requests and, over https, for this very host alone,
 * which its prefix makes browsers hold to (RFC 6265bis, 4.1.3.2).
 */
final class SessionCookie {
    private static final String PLAIN = "freshlegs";
    private static final String SECURE = "__Host-freshlegs";

    private SessionCookie() {}

    static Optional<Secret> read(Front front, Context request) {
        return Optional.ofNullable(request.cookie(front.isSecure(request) ? SECURE : PLAIN))
                .flatMap(Secret::of);
    }

    static void write(Front front, Context request, Secret secret) {
        set(front, request, secret.text(), Sessions.LONGEST.toSeconds());
    }

    static void clear(Front front, Context request) {
        set(front, request, "", 0);
    }

    private static void set(Front front, Context request, String value, long seconds) {
        boolean secure = front.isSecure(request);
        request.header(
                "Set-Cookie",
                (secure ? SECURE : PLAIN) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
