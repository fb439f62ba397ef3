package freshlegs.ingest.http;

import io.javalin.config.RoutesConfig;

/** Something that adds addresses of its own to the intake's server. */
public interface Door {
    void open(RoutesConfig routes);
}
