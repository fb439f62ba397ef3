package freshlegs.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when something is wrong: a status and a plain sentence, never a stack trace. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final String TOLD = "told";
    private static final int SERVER_ERROR = 500;
    /** How much of a refused body is still listened to, so that its sender hears why instead of a broken line. */
    private static final long MOST_IGNORED_BYTES = 8L << 20;

    private static final long MOST_IGNORED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private Troubles() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, request) -> tell(request, refusal, error(refusal.sentence())));
        routes.exception(Exception.class, (trouble, request) -> {
            LOG.error("a request to {} failed", request.endpoint().path, trouble);
            tell(request, SERVER_ERROR, error("something went wrong here; the intake's log says what"));
        });
        routes.error(404, request -> tellOnce(request, "there is no such address; docs/intake/upload.md lists them"));
        routes.error(
                405, request -> tellOnce(request, "this address does not do that; docs/intake/upload.md says what"));
    }

    static void tell(Context request, Refusal refusal, Object content) {
        refusal.retryAfter()
                .ifPresent(wait -> request.header(Header.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        tell(request, refusal.status(), content);
    }

    private static void tellOnce(Context request, String sentence) {
        if (request.attribute(TOLD) == null) {
            tell(request, request.statusCode(), error(sentence));
        }
    }

    private static void tell(Context request, int status, Object content) {
        request.attribute(TOLD, true);
        request.status(status);
        Uploads.answer(request, content);
        ignoreTheRest(request);
    }

    private static Map<String, String> error(String sentence) {
        return Map.of("error", sentence);
    }

    /** A body that is announced as too long for that is left alone: its sender waits for our word or is told by the end. */
    private static void ignoreTheRest(Context request) {
        if (request.req().getContentLengthLong() > MOST_IGNORED_BYTES || request.header("Expect") != null) {
            return;
        }
        byte[] ignored = new byte[1 << 16];
        long end = System.nanoTime() + MOST_IGNORED_NANOS;
        try (InputStream body = request.bodyInputStream()) {
            long count = 0;
            int more = body.read(ignored);
            while (more >= 0 && count < MOST_IGNORED_BYTES && System.nanoTime() < end) {
                count += more;
                more = body.read(ignored);
            }
        } catch (IOException e) {
            LOG.debug("the rest of a refused request did not come");
        }
    }
}
