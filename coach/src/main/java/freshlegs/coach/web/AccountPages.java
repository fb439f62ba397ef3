package freshlegs.coach.web;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.ApiTokens;
import freshlegs.coach.access.Busy;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Scope;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.AccountPage;
import freshlegs.coach.page.AccountPage.Said;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What people see to themselves: their name, password, browsers, tokens, and leaving an athlete. */
final class AccountPages {
    private final Front front;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Shares shares;
    private final ApiTokens tokens;
    private final SignIns signIns;
    private final Templates templates;
    private final Optional<String> provider;
    private final Clock clock;

    AccountPages(
            Front front,
            Accounts accounts,
            Sessions sessions,
            Shares shares,
            ApiTokens tokens,
            SignIns signIns,
            Templates templates,
            Optional<String> provider,
            Clock clock) {
        this.front = front;
        this.accounts = accounts;
        this.sessions = sessions;
        this.shares = shares;
        this.tokens = tokens;
        this.signIns = signIns;
        this.templates = templates;
        this.provider = provider;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.signedIn(HandlerType.GET, "/account", request -> show(request, Said.nothing()));
        gate.signedIn(HandlerType.POST, "/account/name", request -> answer(request, this::rename));
        gate.signedIn(HandlerType.POST, "/account/password", request -> answer(request, this::choosePassword));
        gate.signedIn(HandlerType.POST, "/account/browsers/end", request -> answer(request, this::endBrowser));
        gate.signedIn(HandlerType.POST, "/account/sign-out-everywhere", this::signOutEverywhere);
        gate.signedIn(HandlerType.POST, "/account/tokens", request -> answer(request, this::makeToken));
        gate.signedIn(HandlerType.POST, "/account/tokens/revoke", request -> answer(request, this::revokeToken));
        gate.signedIn(HandlerType.POST, "/account/leave", request -> answer(request, this::leave));
    }

    private void answer(Context request, Function<Context, Said> change) {
        Said said;
        try {
            said = change.apply(request);
        } catch (Refusal refusal) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            said = Said.trouble(refusal.sentence());
        } catch (Busy busy) {
            throw Problem.busy();
        }
        show(request, said);
    }

    private void show(Context request, Said said) {
        Account account = account(request);
        AccountPage page = AccountPage.of(
                account,
                shares.roles(account.id()),
                sessions.of(account.id()),
                SessionCookie.read(front, request).map(Sessions::id).orElse(""),
                tokens.of(account.id()),
                said,
                provider,
                clock,
                Preferring.voice(request));
        request.header("Referrer-Policy", "same-origin");
        templates.show(request, "account", Preferring.say(request, "access.account"), page, Optional.empty());
    }

    private Said rename(Context request) {
        accounts.rename(Gate.visitor(request).account(), said(request, "name"));
        return Said.done("access.account.renamed");
    }

    /** Whoever sits down at an open browser does not know the old one. Everybody else's browsers are signed out. */
    private Said choosePassword(Context request) {
        Account account = account(request);
        if (account.password()
                && signIns.known(request, account.login(), said(request, "old")).isEmpty()) {
            throw new Refusal("The old password is not right.");
        }
        accounts.setPassword(account.id(), said(request, "password"));
        signIns.enter(request, account);
        return Said.done("access.account.password.done");
    }

    private Said endBrowser(Context request) {
        sessions.close(Gate.visitor(request).account(), said(request, "browser"));
        return Said.done("access.account.browser.ended");
    }

    private void signOutEverywhere(Context request) {
        sessions.closeAll(Gate.visitor(request).account());
        SignIns.leave(front, request);
    }

    private Said makeToken(Context request) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        request.formParams("scope").forEach(key -> Scope.of(key).ifPresent(scopes::add));
        String days = said(request, "days");
        return Said.token(tokens.add(
                Gate.visitor(request).account(),
                said(request, "name"),
                scopes,
                days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0));
    }

    private Said revokeToken(Context request) {
        tokens.revoke(Gate.visitor(request).account(), said(request, "token"));
        return Said.done("access.account.token.revoked");
    }

    private Said leave(Context request) {
        Visitor visitor = Gate.visitor(request);
        AthleteId athlete = Optional.of(said(request, "athlete"))
                .filter(AthleteId::isValid)
                .map(AthleteId::of)
                .filter(id ->
                        visitor.role(id).filter(role -> role != Role.ATHLETE).isPresent())
                .orElseThrow(() -> new Refusal("You see no such athlete."));
        shares.revoke(athlete, visitor.account(), visitor.account());
        return Said.done("access.account.left");
    }

    private Account account(Context request) {
        return accounts.byId(Gate.visitor(request).account()).orElseThrow(Problem::nowhere);
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("");
    }
}
