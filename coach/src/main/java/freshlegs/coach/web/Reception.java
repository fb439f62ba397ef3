package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.CoachSettings;
import freshlegs.coach.OidcSettings;
import freshlegs.coach.access.AccessLog;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.ApiTokens;
import freshlegs.coach.access.FirstAccount;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Oidc;
import freshlegs.coach.access.Outage;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.coach.read.Database;
import java.time.Clock;
import java.util.Optional;

/** Everything about who is who: the doorman, the journal, and the pages where people sign in, invite and share. */
final class Reception {
    private final Database database;
    private final Front front;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final FirstAccount first;
    private final AccessLog log;
    private final Shares shares;
    private final Invitations invitations;
    private final CoachSettings settings;
    private final Templates templates;

    Reception(Database database, CoachSettings settings, Templates templates) {
        Outage outage = new Outage();
        this.database = database;
        this.front = new Front(settings.host(), settings.outside());
        this.accounts = new Accounts(database, settings.clock());
        this.sessions = new Sessions(database, settings.clock(), outage);
        this.tokens = new ApiTokens(database, settings.clock());
        this.first = new FirstAccount(accounts, outage);
        this.log = new AccessLog(database, settings.clock(), outage);
        this.shares = new Shares(database, settings.clock());
        this.invitations = new Invitations(database, settings.clock());
        this.settings = settings;
        this.templates = templates;
    }

    Front front() {
        return front;
    }

    Doorman doorman() {
        return new AccountDoorman(front, first, sessions, tokens, settings.clock());
    }

    Journal journal() {
        return Journal.in(log);
    }

    /** Where people answer from messages; {@code answers} takes what they say. */
    ActPages acts(Database database, Answers answers) {
        return new ActPages(
                front,
                new Acts(database, settings.clock()),
                new ActWays(database, accounts, shares, answers, settings.clock()),
                journal(),
                templates,
                settings.clock());
    }

    void addTo(Gate gate) {
        Clock clock = settings.clock();
        Optional<String> provider = settings.oidc().map(OidcSettings::name);
        SignIns signIns = new SignIns(front, accounts, sessions, first, templates, provider, clock);
        settings.oidc()
                .ifPresent(known -> new OidcSignIns(front, new Oidc(known), accounts, sessions, signIns).addTo(gate));
        signIns.addTo(gate);
        new InvitationPages(
                        front, doorman(), accounts, shares, invitations, signIns, settings.answers(), templates, clock)
                .addTo(gate);
        new SharingPages(front, shares, invitations, log, settings.periods(), templates, clock).addTo(gate);
        new AccountPages(front, accounts, sessions, shares, tokens, signIns, templates, provider, clock).addTo(gate);
        new DataPages(database, settings.waysIn().leaving(), accounts, signIns, templates, clock).addTo(gate);
        new ConsentPages(database, templates, clock).addTo(gate);
        new PeoplePages(front, accounts, invitations, templates).addTo(gate);
    }
}
