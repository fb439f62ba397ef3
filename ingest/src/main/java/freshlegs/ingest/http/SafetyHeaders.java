package freshlegs.ingest.http;

import io.javalin.http.Context;
import java.util.Map;

/** Headers of every answer: nothing is shown as a page, kept in a cache or given to another origin. */
final class SafetyHeaders {
    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private SafetyHeaders() {}

    static void set(Context request) {
        ALWAYS.forEach(request::header);
    }
}
