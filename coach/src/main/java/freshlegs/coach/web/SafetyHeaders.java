package freshlegs.coach.web;

import io.javalin.http.Context;
import java.util.Map;

/**
 * Headers of every answer: only our own files are loaded, nobody frames us, nothing about health is kept in a cache.
 * Of a form that is sent a browser names the origin only where it may name the page.
 */
final class SafetyHeaders {
    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " worker-src 'self'; manifest-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), interest-cohort=()",
            "Cache-Control",
            "no-store");

    private static final String TWO_YEARS = "max-age=63072000";

    private final Front front;

    SafetyHeaders(Front front) {
        this.front = front;
    }

    void set(Context request) {
        ALWAYS.forEach(request::header);
        if (front.isSecure(request)) {
            request.header("Strict-Transport-Security", TWO_YEARS);
        }
    }
}
