package freshlegs.coach.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem that programs are told of, each with a page of its own under {@code /problems}. */
enum ProblemKind {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    REFUSED(422),
    TOO_MANY(429),
    UNFORESEEN(500),
    AWAY(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String address() {
        return "/problems/" + key();
    }

    static ProblemKind of(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : UNFORESEEN);
    }

    static Optional<ProblemKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
