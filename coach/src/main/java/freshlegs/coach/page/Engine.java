package freshlegs.coach.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.Map;

/** The compiled templates, of pages and of mail. */
public final class Engine {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            Path.of("templates"), ContentType.Html, Engine.class.getClassLoader(), "freshlegs.coach.template");

    private Engine() {}

    /** The template {@code name} as HTML. */
    public static String html(String name, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        TEMPLATES.render(name + ".jte", parameters, html);
        return html.toString();
    }
}
