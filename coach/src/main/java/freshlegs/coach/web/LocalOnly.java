package freshlegs.coach.web;

import freshlegs.model.LocalNames;
import io.javalin.http.Context;
import java.util.Optional;

/** Refuses requests that come to this machine's own console under a foreign name. */
final class LocalOnly {
    private final LocalNames names;

    LocalOnly(String host) {
        this.names = LocalNames.of(host);
    }

    void check(Context request) {
        if (!names.allow(Optional.ofNullable(request.host()).orElse(""))) {
            throw Problem.badRequest(
                    "This console listens on this machine alone.", "Open it by the address it printed at its start.");
        }
    }
}
