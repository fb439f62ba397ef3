package freshlegs.coach.web;

import freshlegs.coach.access.AccessLog;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Share;
import freshlegs.coach.access.Shares;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.keep.Periods;
import freshlegs.coach.page.SharingPage;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who sees an athlete and who looked; she alone changes it. */
final class SharingPages {
    private static final int SHOWN = 200;
    private static final int EXPORTED = 100_000;

    private final Front front;
    private final Shares shares;
    private final Invitations invitations;
    private final AccessLog log;
    private final Periods periods;
    private final Templates templates;
    private final Clock clock;

    SharingPages(
            Front front,
            Shares shares,
            Invitations invitations,
            AccessLog log,
            Periods periods,
            Templates templates,
            Clock clock) {
        this.periods = periods;
        this.front = front;
        this.shares = shares;
        this.invitations = invitations;
        this.log = log;
        this.templates = templates;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/sharing", Right.SEE, this::show);
        gate.athlete(HandlerType.GET, "/athletes/{id}/sharing.csv", Right.SHARE, this::export);
        gate.athlete(HandlerType.POST, "/athletes/{id}/sharing/invite", Right.SHARE, this::invite);
        gate.athlete(HandlerType.POST, "/athletes/{id}/sharing/withdraw", Right.SHARE, this::withdraw);
        gate.athlete(HandlerType.POST, "/athletes/{id}/sharing/end", Right.SHARE, this::end);
    }

    private void show(Context request) {
        show(request, Optional.empty());
    }

    private void show(Context request, Optional<String> link) {
        AthleteId athlete = Asked.athlete(request);
        Visitor visitor = Gate.visitor(request);
        boolean all = visitor.may(Right.SHARE, athlete);
        SharingPage page = SharingPage.of(
                athlete,
                visitor,
                new SharingPage.Material(
                        shares.of(athlete),
                        all ? invitations.open(athlete) : List.of(),
                        all ? log.about(athlete, since(), SHOWN) : List.of()),
                link,
                periods.auditDays(),
                clock,
                Preferring.voice(request));
        request.header("Referrer-Policy", "same-origin");
        templates.show(
                request, "sharing", Preferring.say(request, "access.sharing.heading", athlete), page, Optional.empty());
    }

    private void export(Context request) {
        StringBuilder csv = new StringBuilder("at,account,name,method,route,athletes,allowed,via\n");
        AthleteId athlete = Asked.athlete(request);
        for (AccessLog.Entry entry : log.about(athlete, since(), EXPORTED)) {
            csv.append(String.join(
                            ",",
                            entry.at().toString(),
                            entry.account(),
                            cell(entry.name()),
                            entry.method(),
                            cell(entry.route()),
                            Integer.toString(entry.athletes()),
                            Boolean.toString(entry.allowed()),
                            entry.via().key()))
                    .append('\n');
        }
        request.contentType("text/csv; charset=utf-8");
        request.header("Content-Disposition", "attachment; filename=\"access-" + athlete + ".csv\"");
        request.result(csv.toString());
    }

    /** What a spreadsheet would take for a formula is told to be text. */
    private static String cell(String text) {
        String plain = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    private void invite(Context request) {
        Role role = Role.of(said(request, "role"))
                .filter(known -> known != Role.ATHLETE)
                .orElseThrow(() -> wrong("An invitation is for a coach, an assistant or a viewer."));
        String by = Gate.visitor(request).account();
        if (!Gate.visitor(request).signedIn()) {
            throw wrong("Only somebody with an account can invite: `freshlegs account add` makes one.");
        }
        try {
            Secret secret = invitations.toAthlete(Asked.athlete(request), role, by);
            show(request, Optional.of(front.link(request, "/invitations/" + secret.text())));
        } catch (Refusal refusal) {
            throw wrong(refusal.sentence());
        }
    }

    private void withdraw(Context request) {
        invitations.revoke(Asked.athlete(request), said(request, "invitation"));
        back(request);
    }

    /** She herself stays: nobody else could let anybody in again. */
    private void end(Context request) {
        AthleteId athlete = Asked.athlete(request);
        String account = said(request, "account");
        Share share = shares.of(athlete).stream()
                .filter(known -> known.account().equals(account) && known.role() != Role.ATHLETE)
                .findFirst()
                .orElseThrow(() -> wrong("This is nobody whom you let see it."));
        shares.revoke(athlete, share.account(), Gate.visitor(request).account());
        back(request);
    }

    private static void back(Context request) {
        request.redirect("/athletes/" + Asked.athlete(request) + "/sharing", HttpStatus.SEE_OTHER);
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofDays(periods.auditDays()));
    }

    private static Problem wrong(String sentence) {
        return Problem.badRequest(sentence, "Go back to who sees it.");
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("").strip();
    }
}
