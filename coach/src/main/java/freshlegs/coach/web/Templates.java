package freshlegs.coach.web;

import freshlegs.coach.page.Engine;
import freshlegs.coach.page.Frame;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Pages from the templates that were compiled with us; everything they print is escaped. */
final class Templates {
    private final Assets assets;

    Templates(Assets assets) {
        this.assets = assets;
    }

    /** The template {@code name} with its page, as the answer to a request. */
    void show(Context request, String name, String title, Object page, Optional<String> notice) {
        Frame frame = new Frame(
                title,
                assets::address,
                Preferring.sayings(request),
                Gate.known(request),
                Preferring.preferences(request),
                Preferring.here(request),
                notice);
        request.html(Engine.html(name, Map.of("frame", frame, "page", page)));
    }
}
