package freshlegs.ingest.http;

import freshlegs.ingest.limit.LimitExceeded;
import java.time.Duration;
import java.util.Optional;

/** Why a request is not done as asked: the status, a sentence for whoever sent it, and when to come again if that helps. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Optional<Duration> retryAfter;

    private Refusal(int status, String sentence, Optional<Duration> retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence, Optional.empty());
    }

    static Refusal unauthorised(String sentence) {
        return new Refusal(401, sentence, Optional.empty());
    }

    static Refusal forbidden(String sentence) {
        return new Refusal(403, sentence, Optional.empty());
    }

    static Refusal notFound(String sentence) {
        return new Refusal(404, sentence, Optional.empty());
    }

    static Refusal tooSlow(String sentence) {
        return new Refusal(408, sentence, Optional.empty());
    }

    static Refusal tooLarge(LimitExceeded limit) {
        return new Refusal(413, limit.reason(), Optional.empty());
    }

    static Refusal noForm(String sentence) {
        return new Refusal(415, sentence, Optional.empty());
    }

    static Refusal tooMany(String sentence, Duration retryAfter) {
        return new Refusal(429, sentence, Optional.of(retryAfter));
    }

    static Refusal unavailable(String sentence) {
        return new Refusal(503, sentence, Optional.empty());
    }

    static Refusal noRoom(String sentence) {
        return new Refusal(507, sentence, Optional.empty());
    }

    /** As HTTP numbers it. */
    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** How long to wait before the same may be tried again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
