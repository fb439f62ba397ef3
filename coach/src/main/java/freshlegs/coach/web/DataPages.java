package freshlegs.coach.web;

import freshlegs.coach.Leaving;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Busy;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.DataPage;
import freshlegs.coach.page.LeavingPage;
import freshlegs.coach.read.Database;
import freshlegs.coach.takeout.Takeout;
import freshlegs.coach.takeout.Whose;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Everything that is known of an athlete, for herself alone: to take along, and to have erased. */
final class DataPages {
    /** Each holds a connection to the database for as long as it is read. */
    private static final int MOST_AT_ONCE = 2;

    private static final String AGAIN_SECONDS = "2";

    private final Database database;
    private final Leavings leavings;
    private final Optional<Leaving> leaving;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Templates templates;
    private final Clock clock;
    private final Semaphore downloads = new Semaphore(MOST_AT_ONCE);

    DataPages(
            Database database,
            Optional<Leaving> leaving,
            Accounts accounts,
            SignIns signIns,
            Templates templates,
            Clock clock) {
        this.database = database;
        this.leavings = new Leavings(database, clock);
        this.leaving = leaving;
        this.accounts = accounts;
        this.signIns = signIns;
        this.templates = templates;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/data", Right.SHARE, request -> show(request, Optional.empty()));
        gate.athlete(HandlerType.GET, "/athletes/{id}/data.zip", Right.SHARE, this::download);
        gate.athlete(HandlerType.POST, "/athletes/{id}/data/erase", Right.SHARE, this::erase);
        gate.athlete(HandlerType.POST, "/athletes/{id}/data/close", Right.SHARE, this::close);
        gate.open(HandlerType.GET, "/leaving/{secret}", this::progress);
    }

    private void show(Context request, Optional<String> trouble) {
        AthleteId athlete = known(request);
        Optional<Account> account = account(request);
        request.header("Referrer-Policy", "same-origin");
        templates.show(
                request,
                "data",
                Preferring.say(request, "leaving.heading", athlete),
                new DataPage(
                        athlete.value(),
                        leaving.isPresent(),
                        account.map(Account::login),
                        account.filter(Account::password).isPresent(),
                        leavings.of(athlete)
                                .filter(progress -> progress.finishedAt().isEmpty())
                                .isPresent(),
                        trouble),
                Optional.empty());
    }

    private void download(Context request) throws IOException {
        AthleteId athlete = known(request);
        if (!downloads.tryAcquire()) {
            throw Problem.away("Others are downloading everything just now.", "Try again in a few minutes.");
        }
        try {
            request.contentType("application/zip");
            request.header("Content-Disposition", "attachment; filename=\"freshlegs-" + athlete + ".zip\"");
            new Takeout(database, leaving.map(Leaving::kept))
                    .write(Whose.readBy(Gate.visitor(request), athlete), clock.instant(), request.outputStream());
        } finally {
            downloads.release();
        }
    }

    private void erase(Context request) {
        AthleteId athlete = known(request);
        try {
            check(request, athlete.value(), "leaving.trouble.name");
            Secret secret = leavings.ask(athlete);
            leaving.ifPresent(Leaving::look);
            request.redirect("/leaving/" + secret.text(), HttpStatus.SEE_OTHER);
        } catch (Refusal refusal) {
            refused(request, refusal.sentence());
        }
    }

    private void close(Context request) {
        Account account = account(request)
                .orElseThrow(() -> Problem.badRequest("There is no account to close.", "Go back to your data."));
        try {
            check(request, account.login(), "leaving.trouble.login");
            leavings.closeAccount(account.id());
            request.redirect("/", HttpStatus.SEE_OTHER);
        } catch (Refusal refusal) {
            refused(request, refusal.sentence());
        }
    }

    /** What must be typed so that nobody does it by accident, and the password so that nobody else does. */
    private void check(Context request, String name, String trouble) {
        if (!said(request, "name").strip().equals(name)) {
            throw new Refusal(Preferring.say(request, trouble, name));
        }
        Optional<Account> account = account(request).filter(Account::password);
        try {
            if (account.isPresent()
                    && signIns.known(request, account.get().login(), said(request, "password"))
                            .isEmpty()) {
                throw new Refusal(Preferring.say(request, "leaving.trouble.password"));
            }
        } catch (Busy busy) {
            throw Problem.busy();
        }
    }

    private void refused(Context request, String sentence) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, Optional.of(sentence));
    }

    private void progress(Context request) {
        Leavings.Progress progress =
                Secret.of(request.pathParam("secret")).flatMap(leavings::by).orElseThrow(Problem::nowhere);
        request.header("Referrer-Policy", "no-referrer");
        if (progress.finishedAt().isEmpty()) {
            request.header("Refresh", AGAIN_SECONDS);
        }
        templates.show(
                request,
                "leaving",
                Preferring.say(request, "leaving.progress"),
                LeavingPage.of(progress, Preferring.voice(request)),
                Optional.empty());
    }

    private AthleteId known(Context request) {
        AthleteId athlete = Asked.athlete(request);
        database.look(views -> Questions.row(views, athlete));
        return athlete;
    }

    /** Only her own: the owner of an open console has none. */
    private Optional<Account> account(Context request) {
        Visitor visitor = Gate.visitor(request);
        return visitor.signedIn() ? accounts.byId(visitor.account()) : Optional.empty();
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("");
    }
}
