package freshlegs.coach.web;

import freshlegs.coach.page.Frame;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Pages from the templates that were compiled with us; everything they print is escaped. */
final class Templates {
    private static final String PACKAGE = "freshlegs.coach.template";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            Path.of("templates"), ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    private final Assets assets;

    Templates(Assets assets) {
        this.assets = assets;
    }

    /** The template {@code name} with its page, as the answer to a request. */
    void show(Context request, String name, String title, Object page, Optional<String> notice) {
        StringOutput html = new StringOutput();
        Frame frame = new Frame(
                title,
                assets::address,
                Preferring.sayings(request),
                Gate.known(request),
                Preferring.preferences(request),
                Preferring.here(request),
                notice);
        engine.render(name + ".jte", Map.of("frame", frame, "page", page), html);
        request.html(html.toString());
    }
}
