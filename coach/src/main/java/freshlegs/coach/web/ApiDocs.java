package freshlegs.coach.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.coach.api.Handbook;
import freshlegs.coach.api.OpenApi;
import freshlegs.coach.page.MessagePage;
import freshlegs.coach.page.Sayings;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** What the API says of itself: the OpenAPI document, the same as a page, and a page for each kind of problem. */
final class ApiDocs {
    private final ApiWays ways;
    private final Templates templates;

    ApiDocs(ApiWays ways, Templates templates) {
        this.ways = ways;
        this.templates = templates;
    }

    /** After all ways of the API were added. */
    void addTo(Gate gate) {
        ObjectNode document = OpenApi.of(ways.spoken(), ways.unspoken());
        Handbook handbook = Handbook.of(ways.spoken(), document);
        gate.open(HandlerType.GET, ApiWays.ROOT + "/openapi.json", request -> ApiAnswers.give(request, document));
        gate.open(
                HandlerType.GET,
                "/api/docs",
                request -> templates.show(
                        request, "apidocs", Preferring.say(request, "api.title"), handbook, Optional.empty()));
        gate.open(HandlerType.GET, "/problems/{kind}", this::problem);
    }

    private void problem(Context request) {
        ProblemKind kind = ProblemKind.named(request.pathParam("kind"))
                .orElseThrow(() -> Problem.notFound("There is no such kind of problem.", "See /api/docs."));
        Sayings say = Preferring.sayings(request);
        MessagePage page = new MessagePage(
                say.say("api.problem." + kind.key() + ".title"),
                say.say("api.problem." + kind.key()),
                say.say("api.problem.status", "" + kind.status()));
        templates.show(request, "message", page.heading(), page, Optional.empty());
    }
}
