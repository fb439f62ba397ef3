package freshlegs.ingest.http;

import freshlegs.model.LocalNames;
import io.javalin.http.Context;
import java.util.Optional;

/** Refuses requests that come to this machine's own intake under a foreign name. */
final class LocalOnly {
    private final LocalNames names;

    LocalOnly(String host) {
        this.names = LocalNames.of(host);
    }

    void check(Context request) {
        if (!names.allow(Optional.ofNullable(request.host()).orElse(""))) {
            throw Refusal.badRequest(
                    "this intake listens on this machine alone: use the address it printed at its start;"
                            + " a proxy on this machine must name it so too");
        }
    }
}
