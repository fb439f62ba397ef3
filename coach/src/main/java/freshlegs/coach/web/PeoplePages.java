package freshlegs.coach.web;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Secret;
import freshlegs.coach.page.PeoplePage;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Where operators see to accounts; it tells nothing of any athlete. */
final class PeoplePages {
    private final Front front;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Templates templates;

    PeoplePages(Front front, Accounts accounts, Invitations invitations, Templates templates) {
        this.front = front;
        this.accounts = accounts;
        this.invitations = invitations;
        this.templates = templates;
    }

    void addTo(Gate gate) {
        gate.operator(HandlerType.GET, "/people", request -> show(request, Optional.empty()));
        gate.operator(HandlerType.POST, "/people/invite", this::invite);
        gate.operator(HandlerType.POST, "/people/withdraw", this::withdraw);
        gate.operator(HandlerType.POST, "/people/password", this::password);
        gate.operator(HandlerType.POST, "/people/disable", this::disable);
        gate.operator(HandlerType.POST, "/people/enable", this::enable);
    }

    private void show(Context request, Optional<Secret> fresh) {
        String you = Gate.visitor(request).account();
        PeoplePage page = PeoplePage.of(
                accounts.all(),
                invitations.openBy(you),
                you,
                fresh.map(secret -> front.link(request, "/invitations/" + secret.text())),
                Preferring.voice(request));
        request.header("Referrer-Policy", "same-origin");
        templates.show(request, "people", Preferring.say(request, "access.people"), page, Optional.empty());
    }

    private void invite(Context request) {
        try {
            show(
                    request,
                    Optional.of(invitations.toAccount(Gate.visitor(request).account())));
        } catch (Refusal refusal) {
            throw Problem.badRequest(refusal.sentence(), "Go back to the people.");
        }
    }

    private void password(Context request) {
        Account account = other(request);
        show(
                request,
                Optional.of(invitations.toPassword(
                        account.id(), Gate.visitor(request).account())));
    }

    private void withdraw(Context request) {
        invitations.revokeOwn(Gate.visitor(request).account(), said(request, "invitation"));
        back(request);
    }

    private void disable(Context request) {
        accounts.disable(other(request).id());
        back(request);
    }

    private void enable(Context request) {
        accounts.enable(other(request).id());
        back(request);
    }

    /** Nobody locks themselves out. */
    private Account other(Context request) {
        return accounts.byId(said(request, "account"))
                .filter(account -> !account.id().equals(Gate.visitor(request).account()))
                .orElseThrow(() -> Problem.badRequest("This is nobody else's account.", "Go back to the people."));
    }

    private static void back(Context request) {
        request.redirect("/people", HttpStatus.SEE_OTHER);
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("");
    }
}
