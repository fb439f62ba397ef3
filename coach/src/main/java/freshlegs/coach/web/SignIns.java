package freshlegs.coach.web;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Busy;
import freshlegs.coach.access.FirstAccount;
import freshlegs.coach.access.LoginLimit;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.page.SignInPage;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signing in and out. Whoever tries wrongly waits, by where they are and by whom they claim to be. */
final class SignIns {
    private static final Pattern OUR_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    private static final int FREE_OF_ADDRESS = 10;
    private static final int FREE_OF_LOGIN = 5;

    private final Front front;
    private final Accounts accounts;
    private final Sessions sessions;
    private final FirstAccount first;
    private final Templates templates;
    private final Optional<String> provider;
    private final LoginLimit byAddress;
    private final LoginLimit byLogin;

    SignIns(
            Front front,
            Accounts accounts,
            Sessions sessions,
            FirstAccount first,
            Templates templates,
            Optional<String> provider,
            Clock clock) {
        this.front = front;
        this.accounts = accounts;
        this.sessions = sessions;
        this.first = first;
        this.templates = templates;
        this.provider = provider;
        this.byAddress = new LoginLimit(FREE_OF_ADDRESS, Duration.ofMinutes(15), clock);
        this.byLogin = new LoginLimit(FREE_OF_LOGIN, Duration.ofMinutes(1), clock);
    }

    void addTo(Gate gate) {
        gate.open(HandlerType.GET, "/sign-in", this::show);
        gate.open(HandlerType.POST, "/sign-in", this::signIn);
        gate.open(HandlerType.POST, "/sign-out", this::signOut);
    }

    private void show(Context request) {
        if (!first.isMade()) {
            throw Problem.noAccounts();
        }
        show(
                request,
                new SignInPage(
                        next(request.queryParam("next")),
                        "",
                        Optional.empty(),
                        provider,
                        request.queryParam("out") != null));
    }

    private void show(Context request, SignInPage page) {
        request.header("Referrer-Policy", "same-origin");
        templates.show(request, "signin", Preferring.say(request, "access.signin.heading"), page, Optional.empty());
    }

    private void signIn(Context request) {
        String login =
                Optional.ofNullable(request.formParam("login")).orElse("").strip();
        Optional<String> next = next(request.formParam("next"));
        Optional<Account> account = known(request, login, request.formParam("password"));
        if (account.isEmpty()) {
            request.status(HttpStatus.UNAUTHORIZED);
            show(request, new SignInPage(next, login, Optional.of("access.signin.wrong"), provider, false));
            return;
        }
        enter(request, account.get());
        request.redirect(next.orElse("/"), HttpStatus.SEE_OTHER);
    }

    /** Whose login and password these are; throws when there were too many wrong ones. */
    Optional<Account> known(Context request, String login, @Nullable String password) {
        String address = front.caller(request);
        String claimed = login.toLowerCase(Locale.ROOT);
        Optional<Duration> wait = Stream.of(byAddress.wait(address), byLogin.wait(claimed))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        if (wait.isPresent()) {
            request.header("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            throw Problem.tooManySignIns(wait.get());
        }
        byAddress.note(address);
        byLogin.note(claimed);
        try {
            Optional<Account> account = accounts.signIn(login, password == null ? "" : password);
            if (account.isPresent()) {
                byAddress.forget(address);
                byLogin.forget(claimed);
            }
            return account;
        } catch (Busy busy) {
            throw Problem.busy();
        }
    }

    /** A new session, and an end of the one that this browser had. */
    void enter(Context request, Account account) {
        SessionCookie.read(front, request).ifPresent(sessions::close);
        Secret secret = sessions.open(account);
        SessionCookie.write(front, request, secret);
    }

    private void signOut(Context request) {
        SessionCookie.read(front, request).ifPresent(sessions::close);
        leave(front, request);
    }

    /** Nothing stays on the device, by two ways since browsers heed the header over https and on this machine alone. */
    static void leave(Front front, Context request) {
        SessionCookie.clear(front, request);
        request.header("Clear-Site-Data", "\"storage\"");
        request.redirect("/sign-in?out=yes", HttpStatus.SEE_OTHER);
    }

    /** A page of ours to go on to, if it is one. */
    static Optional<String> next(@Nullable String path) {
        return Optional.ofNullable(path).filter(text -> OUR_PATH.matcher(text).matches());
    }
}
