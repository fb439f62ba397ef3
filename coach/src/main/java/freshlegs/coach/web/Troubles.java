package freshlegs.coach.web;

import freshlegs.coach.page.MessagePage;
import freshlegs.coach.read.DatabaseAway;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when something is wrong: a plain sentence and what to do, never a stack trace. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final int SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String TOLD = "told";

    private final Templates templates;

    Troubles(Templates templates) {
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, request) -> tell(request, problem.status(), problem.page()));
        routes.exception(DatabaseAway.class, (away, request) -> databaseAway(request, away));
        routes.exception(Exception.class, (trouble, request) -> unforeseen(request, trouble));
        routes.error(404, request -> tellOnce(request, 404, Problem.nowhere().page()));
        routes.error(
                405,
                request -> tellOnce(
                        request,
                        405,
                        new MessagePage("Only for reading", "This page can only be read.", "Go back to the squad.")));
    }

    private void databaseAway(Context request, DatabaseAway away) {
        request.header("Retry-After", "10");
        tell(
                request,
                SERVICE_UNAVAILABLE,
                new MessagePage(
                        "Nothing to show just now",
                        String.valueOf(away.getMessage()),
                        "Nothing is lost: files keep arriving and are worked through once it is back. Reload this page"
                                + " in a while; if it stays away, tell whoever runs this machine."));
    }

    private void unforeseen(Context request, Exception trouble) {
        LOG.error("a request to {} failed", request.endpoint().path, trouble);
        tell(
                request,
                SERVER_ERROR,
                new MessagePage(
                        "Something went wrong here",
                        "This page could not be put together.",
                        "Reload it; if that does not help, the log of the coach process says why."));
    }

    private void tellOnce(Context request, int status, MessagePage page) {
        if (request.attribute(TOLD) == null) {
            tell(request, status, page);
        }
    }

    private void tell(Context request, int status, MessagePage page) {
        request.attribute(TOLD, true);
        request.status(status);
        if (request.path().startsWith("/api/")) {
            ApiAnswers.problem(request, status, page);
        } else {
            templates.show(request, "message", page.heading(), page, Optional.empty());
        }
    }
}
