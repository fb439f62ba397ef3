package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Busy;
import freshlegs.coach.access.Invitation;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Share;
import freshlegs.coach.access.Shares;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.InvitationPage;
import freshlegs.coach.page.InvitationPage.Typed;
import freshlegs.coach.page.InvitedPage;
import freshlegs.coach.page.MessagePage;
import freshlegs.coach.page.OpenInvitationsPage;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.WrongTries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the secret addresses lead that people are sent, and where athletes are invited. */
final class InvitationPages {
    private static final String FORBIDDEN_ID =
            "An athlete's id has 1 to 64 lower-case letters, digits, '-' or '_', such as" + " anna-k.";

    private final Front front;
    private final Doorman doorman;
    private final Accounts accounts;
    private final Shares shares;
    private final Invitations invitations;
    private final SignIns signIns;
    private final Optional<Answers> answers;
    private final Templates templates;
    private final WrongTries wrongTries;

    InvitationPages(
            Front front,
            Doorman doorman,
            Accounts accounts,
            Shares shares,
            Invitations invitations,
            SignIns signIns,
            Optional<Answers> answers,
            Templates templates,
            Clock clock) {
        this.front = front;
        this.doorman = doorman;
        this.accounts = accounts;
        this.shares = shares;
        this.invitations = invitations;
        this.signIns = signIns;
        this.answers = answers;
        this.templates = templates;
        this.wrongTries = new WrongTries(clock);
    }

    void addTo(Gate gate) {
        gate.signedIn(HandlerType.GET, "/invitations", this::open);
        gate.signedIn(HandlerType.POST, "/invitations", this::inviteOrWithdraw);
        gate.open(HandlerType.GET, "/invitations/{secret}", this::show);
        gate.open(HandlerType.POST, "/invitations/{secret}", this::answer);
    }

    private void open(Context request) {
        OpenInvitationsPage page =
                OpenInvitationsPage.of(invitations.openBy(Gate.visitor(request).account()), Preferring.voice(request));
        templates.show(request, "invitations", "Invitations", page, Optional.empty());
    }

    private void inviteOrWithdraw(Context request) {
        String withdrawn = said(request, "withdraw");
        if (withdrawn.isEmpty()) {
            invite(request);
            return;
        }
        invitations.revokeOwn(Gate.visitor(request).account(), withdrawn);
        request.redirect("/invitations", HttpStatus.SEE_OTHER);
    }

    private void invite(Context request) {
        Visitor visitor = Gate.visitor(request);
        if (!visitor.mayInviteAthletes()) {
            throw Problem.nowhere();
        }
        String id = said(request, "athlete");
        if (!AthleteId.isValid(id)) {
            throw Problem.badRequest(FORBIDDEN_ID, "Go back and choose another.");
        }
        try {
            Secret secret = invitations.toBeAthlete(AthleteId.of(id), visitor);
            InvitedPage page = new InvitedPage(id, front.link(request, "/invitations/" + secret.text()));
            templates.show(request, "invited", Preferring.say(request, "access.invitation"), page, Optional.empty());
        } catch (Refusal refusal) {
            throw Problem.badRequest(refusal.sentence(), "Go back and choose another.");
        }
    }

    private void show(Context request) {
        Secret secret = secret(request);
        show(request, secret, found(request, secret), Typed.nothing());
    }

    private void show(Context request, Secret secret, Invitation invitation, Typed typed) {
        request.header("Referrer-Policy", "same-origin");
        List<Share> standing = invitation.athlete().map(shares::of).orElse(List.of());
        InvitationPage page = InvitationPage.of(
                "/invitations/" + secret.text(),
                invitation,
                invitation.account().flatMap(accounts::byId).map(Account::login),
                standing,
                signedIn(request).map(Visitor::name),
                typed,
                Preferring.voice(request));
        templates.show(request, "invitation", Preferring.say(request, "access.invitation"), page, Optional.empty());
    }

    private void answer(Context request) {
        Secret secret = secret(request);
        Invitation invitation = found(request, secret);
        if (said(request, "do").equals("decline")) {
            invitations.decline(secret);
            templates.show(
                    request,
                    "message",
                    "Declined",
                    new MessagePage(
                            "Declined",
                            "Nothing is shared, and this address leads nowhere any more.",
                            "If you change your mind, ask for another invitation."),
                    Optional.empty());
            return;
        }
        try {
            accept(request, secret, invitation);
        } catch (Refusal refusal) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, secret, invitation, typed(request, refusal.sentence()));
        } catch (Busy busy) {
            throw Problem.busy();
        }
    }

    private void accept(Context request, Secret secret, Invitation invitation) {
        if (isToBeAthlete(invitation) && !ConsentPages.isAgreed(request)) {
            throw new Refusal(Preferring.say(request, "consent.agree.first"));
        }
        Account account = account(request, invitation);
        invitations.accept(secret, account.id());
        if (isToBeAthlete(invitation)) {
            AthleteId athlete = invitation.athlete().orElseThrow();
            answers.ifPresent(known -> known.welcome(new Person(Person.Role.ATHLETE, account.id()), athlete));
        }
        if (!said(request, "as").equals("me")) {
            signIns.enter(request, account);
        }
        request.redirect(
                invitation.athlete().map(id -> "/athletes/" + id + "/sharing").orElse("/"), HttpStatus.SEE_OTHER);
    }

    private static boolean isToBeAthlete(Invitation invitation) {
        return invitation.role().filter(Role.ATHLETE::equals).isPresent();
    }

    /** Who accepts: whoever is signed in, whoever signs in here, somebody new, or whom the invitation waits for. */
    private Account account(Context request, Invitation invitation) {
        if (invitation.account().isPresent()) {
            String id = invitation.account().get();
            accounts.setPassword(id, unstripped(request, "password"));
            return accounts.byId(id).filter(Account::enabled).orElseThrow(Problem::nowhere);
        }
        return switch (said(request, "as")) {
            case "me" ->
                signedIn(request)
                        .flatMap(visitor -> accounts.byId(visitor.account()))
                        .orElseThrow(() -> new Refusal("You are not signed in any more: sign in below."));
            case "known" ->
                signIns.known(request, said(request, "login"), unstripped(request, "password"))
                        .orElseThrow(() -> new Refusal("That login and password do not go together."));
            case "new" ->
                accounts.add(
                        said(request, "login"),
                        said(request, "name"),
                        Optional.of(unstripped(request, "password")),
                        false);
            default -> throw new Refusal("Say who accepts it.");
        };
    }

    private Optional<Visitor> signedIn(Context request) {
        return doorman.who(request).filter(Visitor::signedIn);
    }

    private Secret secret(Context request) {
        return Secret.of(request.pathParam("secret")).orElseThrow(() -> wrong(request));
    }

    private Invitation found(Context request, Secret secret) {
        return invitations.find(secret).orElseThrow(() -> wrong(request));
    }

    private Problem wrong(Context request) {
        return wrongTries
                .note(front.caller(request))
                .map(Problem::tooMany)
                .orElseGet(() -> Problem.notFound(
                        "This invitation does not hold any more.",
                        "It was used, withdrawn or waited too long: ask whoever sent it for another."));
    }

    private static Typed typed(Context request, String trouble) {
        return new Typed(said(request, "login"), said(request, "name"), Optional.of(trouble));
    }

    private static String said(Context request, String field) {
        return unstripped(request, field).strip();
    }

    private static String unstripped(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("");
    }
}
