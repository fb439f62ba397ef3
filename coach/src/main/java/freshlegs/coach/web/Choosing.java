package freshlegs.coach.web;

import freshlegs.coach.page.Choice;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which athletes somebody wants to see, by the parameters of the address; without any as this browser was told last. */
final class Choosing {
    private static final String COOKIE = "board";
    private static final String APART = "~";

    private Choosing() {}

    /** A form of choices always has an order; a name is looked for once and not remembered. */
    static Choice choice(Context request) {
        if (request.queryParam("order") == null) {
            return remembered(request.cookie(COOKIE), asked(request, "name"));
        }
        Choice choice = new Choice(
                !asked(request, "needs").isEmpty(),
                asked(request, "group"),
                asked(request, "name"),
                Choice.Order.of(asked(request, "order")));
        Preferring.keep(
                request,
                COOKIE,
                (choice.needsMe() ? "1" : "0")
                        + APART
                        + choice.order().key()
                        + APART
                        + URLEncoder.encode(choice.group(), StandardCharsets.UTF_8));
        return choice;
    }

    /** Whatever a browser may have kept. */
    private static Choice remembered(@Nullable String cookie, String name) {
        String[] parts = Optional.ofNullable(cookie).orElse("").split(APART, -1);
        if (parts.length != 3) {
            return new Choice(false, "", name, Choice.Order.WORST);
        }
        return new Choice(parts[0].equals("1"), decoded(parts[2]), name, Choice.Order.of(parts[1]));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String asked(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).orElse("");
    }
}
