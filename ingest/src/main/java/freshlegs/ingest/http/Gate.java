package freshlegs.ingest.http;

import freshlegs.model.WrongTries;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Lets in whoever shows a token: as the password of the user {@code API_KEY}, or as a bearer. */
final class Gate {
    private static final String USER = "API_KEY:";
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 400;
    private static final String HOW =
            "give the user API_KEY and a token as the password; `freshlegs token add` makes tokens";

    private final Tokens tokens;
    private final WrongTries wrongTries;

    Gate(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.wrongTries = new WrongTries(clock);
    }

    /** A right token is let in however many wrong ones came from its address. */
    Token check(Context request) {
        Optional<String> shown = Optional.ofNullable(request.header(Header.AUTHORIZATION));
        if (shown.isEmpty()) {
            throw refuse(request, "no token came with the request: " + HOW);
        }
        return secret(shown.get()).flatMap(tokens::recognise).orElseThrow(() -> wrongTries
                .note(String.valueOf(request.req().getRemoteAddr()))
                .map(wait -> Refusal.tooMany("too many wrong tokens came from this address: wait a minute", wait))
                .orElseGet(() -> refuse(request, "this token is not known, or was revoked: " + HOW)));
    }

    private static Refusal refuse(Context request, String sentence) {
        request.header(Header.WWW_AUTHENTICATE, "Basic realm=\"freshlegs\", charset=\"UTF-8\"");
        return Refusal.unauthorised(sentence);
    }

    private static Optional<String> secret(String authorization) {
        if (authorization.length() > LONGEST) {
            return Optional.empty();
        }
        if (startsWith(authorization, BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return startsWith(authorization, BASIC) ? password(authorization.substring(BASIC.length())) : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return pair.startsWith(USER) ? Optional.of(pair.substring(USER.length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(String text, String scheme) {
        return text.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
