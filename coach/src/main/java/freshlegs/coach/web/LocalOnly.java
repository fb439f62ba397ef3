package freshlegs.coach.web;

import io.javalin.http.Context;

/** Refuses requests that come to this machine's own console under a foreign name. */
final class LocalOnly {
    private final Front front;

    LocalOnly(Front front) {
        this.front = front;
    }

    void check(Context request) {
        if (!front.isName(request)) {
            throw Problem.badRequest(
                    "This console listens on this machine alone.", "Open it by the address it printed at its start.");
        }
    }
}
