package freshlegs.coach.web;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Oidc;
import freshlegs.coach.access.Oidc.Begun;
import freshlegs.coach.access.Oidc.Vouched;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signing in by way of an OpenID Connect provider. Nobody gets in by it alone: somebody who is signed in connects the provider to their
 * account first. What is remembered of a way that has begun lies in a cookie for ten minutes, so that nobody else can end it.
 */
final class OidcSignIns {
    private static final String BEGIN = "/sign-in/oidc";
    private static final String CALLBACK = "/sign-in/oidc/callback";
    private static final String COOKIE = "freshlegs-oidc";
    private static final int MINUTES = 10;
    private static final String SIGN_IN = "signIn";
    private static final String CONNECT = "connect";

    private final Front front;
    private final Oidc oidc;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIns signIns;

    OidcSignIns(Front front, Oidc oidc, Accounts accounts, Sessions sessions, SignIns signIns) {
        this.front = front;
        this.oidc = oidc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    void addTo(Gate gate) {
        gate.open(HandlerType.GET, BEGIN, request -> begin(request, SIGN_IN));
        gate.open(HandlerType.GET, CALLBACK, this::finish);
        gate.signedIn(HandlerType.GET, "/account/oidc", request -> begin(request, CONNECT));
    }

    private void begin(Context request, String purpose) {
        String next = SignIns.next(request.queryParam("next")).orElse("/");
        Begun begun = asking(() -> oidc.begin(callback(request)));
        remember(
                request,
                String.join(" ", begun.state(), begun.nonce(), begun.verifier(), purpose, coded(next)),
                MINUTES * 60);
        request.redirect(begun.provider().toString(), HttpStatus.SEE_OTHER);
    }

    private void finish(Context request) {
        List<String> begun = begun(request);
        remember(request, "", 0);
        String state = String.valueOf(request.queryParam("state"));
        String code = request.queryParam("code");
        if (begun.size() != 5 || !same(begun.get(0), state)) {
            throw Problem.oidc("This way of signing in began elsewhere, or too long ago.");
        }
        if (code == null) {
            throw Problem.oidc(oidc.name() + " did not let you in.");
        }
        Vouched vouched = asking(() -> oidc.finish(callback(request), code, begun.get(1), begun.get(2)))
                .orElseThrow(() -> Problem.oidc(oidc.name() + " did not vouch for you in a way that can be checked."));
        if (begun.get(3).equals(CONNECT)) {
            connect(request, vouched);
        } else {
            Account account = accounts.byOidc(vouched.issuer(), vouched.subject())
                    .orElseThrow(() -> Problem.oidc("No account here is connected to yours at " + oidc.name()
                            + ". Sign in with your password, or accept your invitation; then connect it on your account's"
                            + " page."));
            signIns.enter(request, account);
            request.redirect(decoded(begun.get(4)), HttpStatus.SEE_OTHER);
        }
    }

    /** One account at a time is known by what a provider vouches for. */
    private void connect(Context request, Vouched vouched) {
        Visitor visitor = SessionCookie.read(front, request)
                .flatMap(sessions::who)
                .orElseThrow(() -> Problem.oidc("You are not signed in any more."));
        boolean others = accounts.byOidc(vouched.issuer(), vouched.subject())
                .filter(account -> !account.id().equals(visitor.account()))
                .isPresent();
        if (others) {
            throw Problem.oidc("Another account here is connected to yours at " + oidc.name() + ".");
        }
        accounts.linkOidc(visitor.account(), vouched.issuer(), vouched.subject());
        request.redirect("/account", HttpStatus.SEE_OTHER);
    }

    private URI callback(Context request) {
        return URI.create(front.link(request, CALLBACK));
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (Oidc.Trouble trouble) {
            throw Problem.oidc(oidc.name() + " does not answer just now. Try again in a while, or sign in with your"
                    + " password.");
        }
    }

    private List<String> begun(Context request) {
        return Optional.ofNullable(request.cookie(COOKIE))
                .map(text -> Arrays.asList(text.split("~", -1)))
                .orElse(List.of());
    }

    private void remember(Context request, String words, int seconds) {
        request.res()
                .addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + words.replace(' ', '~') + "; Path=" + BEGIN + "; Max-Age=" + seconds
                                + "; HttpOnly; SameSite=Lax" + (front.isSecure(request) ? "; Secure" : ""));
    }

    /** So that whatever a path holds fits into a cookie. */
    private static String coded(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String path) {
        try {
            return SignIns.next(new String(Base64.getUrlDecoder().decode(path), StandardCharsets.UTF_8))
                    .orElse("/");
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
