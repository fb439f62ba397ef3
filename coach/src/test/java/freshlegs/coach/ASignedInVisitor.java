package freshlegs.coach;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Outage;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Somebody with an account who looks at a console with the cookie of a session. */
public final class ASignedInVisitor {
    public static final String PASSWORD = "long walks by the river";

    private final ACoach coach;
    private final Account account;
    private final String cookie;

    private ASignedInVisitor(ACoach coach, Account account, String cookie) {
        this.coach = coach;
        this.account = account;
        this.cookie = cookie;
    }

    public static Account account(TestDatabase database, String login) {
        return new Accounts(database.database(), ACoach.THAT_EVENING)
                .add(login, "The " + login, Optional.empty(), false);
    }

    public static ASignedInVisitor of(TestDatabase database, ACoach coach, String login) {
        return of(database, coach, account(database, login));
    }

    public static ASignedInVisitor of(TestDatabase database, ACoach coach, Account account) {
        String secret = new Sessions(database.database(), ACoach.THAT_EVENING, new Outage())
                .open(account)
                .text();
        return new ASignedInVisitor(coach, account, "freshlegs=" + secret);
    }

    public ASignedInVisitor as(TestDatabase database, Role role, String athlete) {
        new Shares(database.database(), ACoach.THAT_EVENING).grant(AthleteId.of(athlete), account.id(), role, "test");
        return this;
    }

    public Account account() {
        return account;
    }

    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path) {
        return coach.send(
                HttpRequest.newBuilder(URI.create(coach.address() + path)).header("Cookie", cookie));
    }

    public HttpResponse<String> post(String path, String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Cookie", cookie)
                .header("Origin", coach.address().toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public String text(String path) {
        return ACoach.textOf(get(path).body());
    }
}
