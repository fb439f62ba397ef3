package freshlegs.coach.web;

import freshlegs.coach.access.ApiTokens;
import freshlegs.coach.access.FirstAccount;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Visitor;
import freshlegs.model.WrongTries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows people by the cookie of their session and programs by their token. While there is no account, and only then, whoever sits at
 * this machine owns a console that listens on it alone.
 */
final class AccountDoorman implements Doorman {
    private static final String BEARER = "Bearer ";

    private final Front front;
    private final FirstAccount first;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final WrongTries wrongTokens;

    AccountDoorman(Front front, FirstAccount first, Sessions sessions, ApiTokens tokens, Clock clock) {
        this.front = front;
        this.first = first;
        this.sessions = sessions;
        this.tokens = tokens;
        this.wrongTokens = new WrongTries(clock);
    }

    /** What comes with a token is judged by that alone, whatever cookies come with it. */
    @Override
    public Optional<Visitor> who(Context request) {
        Optional<Visitor> visitor = known(request);
        if (visitor.isPresent()) {
            first.wasMade();
            return visitor;
        }
        return token(request).isPresent() ? Optional.empty() : owner(request);
    }

    private Optional<Visitor> known(Context request) {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            Optional<Visitor> visitor = tokens.who(token.get());
            if (visitor.isEmpty()) {
                wrongTokens.note(front.caller(request)).ifPresent(wait -> refuse(request, wait));
            }
            return visitor;
        }
        return SessionCookie.read(front, request).flatMap(sessions::who);
    }

    private Optional<Visitor> owner(Context request) {
        return front.isThisMachineAlone(request) && !first.isMade() ? Optional.of(Visitor.owner()) : Optional.empty();
    }

    private static void refuse(Context request, Duration wait) {
        request.header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        throw Problem.tooMany(wait);
    }

    @Override
    public void turnAway(Context request) {
        if (!first.isMade()) {
            throw Problem.noAccounts();
        }
        if (isForPrograms(request)) {
            request.header("WWW-Authenticate", "Bearer realm=\"freshlegs\"");
            throw Problem.unknownVisitor();
        }
        boolean comesBack = request.method().equals(HandlerType.GET);
        request.redirect(
                "/sign-in" + (comesBack && !request.path().equals("/") ? "?next=" + encoded(whole(request)) : ""),
                HttpStatus.SEE_OTHER);
    }

    private static boolean isForPrograms(Context request) {
        return request.path().startsWith("/api/")
                || token(request).isPresent()
                || request.method().equals(HandlerType.PUT)
                || request.method().equals(HandlerType.DELETE);
    }

    private static Optional<String> token(Context request) {
        return Optional.ofNullable(request.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static String whole(Context request) {
        String query = request.queryString();
        return request.path() + (query == null ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
