package freshlegs.coach.web;

import freshlegs.coach.page.MessagePage;
import java.time.Duration;

/** A request that cannot be answered as asked, with the page that says so. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final transient MessagePage page;

    private Problem(int status, MessagePage page) {
        super(page.heading());
        this.status = status;
        this.page = page;
    }

    static Problem badRequest(String sentence, String advice) {
        return new Problem(BAD_REQUEST, new MessagePage("That does not look right", sentence, advice));
    }

    static Problem forbidden(String sentence, String advice) {
        return new Problem(FORBIDDEN, new MessagePage("Not from here", sentence, advice));
    }

    static Problem notFound(String sentence, String advice) {
        return new Problem(NOT_FOUND, new MessagePage("Not found", sentence, advice));
    }

    /** Understood, and not taken. */
    static Problem refused(String sentence, String advice) {
        return new Problem(UNPROCESSABLE, new MessagePage("Not taken", sentence, advice));
    }

    /** Not taken, or perhaps not, since something is away. */
    static Problem away(String sentence, String advice) {
        return new Problem(SERVICE_UNAVAILABLE, new MessagePage("Not confirmed", sentence, advice));
    }

    /** As for any address under which there is nothing. */
    static Problem nowhere() {
        return notFound("There is no such page.", "Go back to the squad and start from there.");
    }

    /** As long as nobody can sign in, a console that others can reach shows nothing. */
    static Problem noAccounts() {
        return new Problem(
                FORBIDDEN,
                new MessagePage(
                        "No accounts yet",
                        "This console can be reached from other machines, so it shows nothing until somebody can sign in.",
                        "Make the first account where it runs: freshlegs account add --login NAME --name \"YOUR NAME\""
                                + " --operator"));
    }

    static Problem unknownVisitor() {
        return new Problem(
                UNAUTHORIZED,
                new MessagePage(
                        "Not signed in",
                        "This needs a session or a token that is valid.",
                        "Sign in, or make a token on your account's page."));
    }

    /** Of somebody for whom a provider was to vouch. */
    static Problem oidc(String sentence) {
        return new Problem(
                FORBIDDEN, new MessagePage("Not signed in", sentence, "Begin again on the page where you sign in."));
    }

    static Problem tooManySignIns(Duration wait) {
        return new Problem(
                TOO_MANY_REQUESTS,
                new MessagePage(
                        "Too many tries",
                        "Somebody tried to sign in here too often with what is not right.",
                        "Wait " + (wait.toSeconds() + 1) + " s and try again."));
    }

    static Problem busy() {
        return new Problem(
                UNAVAILABLE,
                new MessagePage("Busy", "Too many people sign in at this moment.", "Try again in a few seconds."));
    }

    static Problem tooMany(Duration wait) {
        return new Problem(
                TOO_MANY_REQUESTS,
                new MessagePage(
                        "Too many tries",
                        "Too many addresses that do not exist were tried from here.",
                        "Wait " + Math.max(1, wait.toSeconds()) + " s and try again."));
    }

    int status() {
        return status;
    }

    MessagePage page() {
        return page;
    }
}
