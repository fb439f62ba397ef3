package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts there are. Passwords come in as typed and are kept as hashes. */
public final class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,98}[a-z0-9])?");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int LONGEST_NAME = 80;
    private static final String SELECT = "select" + Account.COLUMNS + "from access.account a ";

    private final Database database;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether there is one, disabled ones included. */
    public boolean any() {
        return database.write(connection -> Sql.over(connection)
                .first("select exists(select from access.account) as any", row -> row.getBoolean("any"))
                .orElse(false));
    }

    /** Throws {@link Refusal} when the login is taken or anything is not as it must be. Without a password nobody signs in yet. */
    public Account add(String login, String name, Optional<String> password, boolean operator) {
        String plainLogin = checkedLogin(login);
        String plainName = checkedName(name);
        password.ifPresent(typed -> PasswordRule.check(typed, plainLogin));
        Optional<String> hash = password.map(passwords::hash);
        Instant now = now();
        String id = Secret.id();
        int added = database.write(connection -> Sql.over(connection)
                .update(
                        "insert into access.account (id, login, name, password, operator, created_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        id,
                        plainLogin,
                        plainName,
                        hash,
                        operator,
                        now));
        if (added == 0) {
            throw new Refusal("The login " + plainLogin + " is taken: choose another.");
        }
        return new Account(id, plainLogin, plainName, hash.isPresent(), operator, now, Optional.empty());
    }

    public Optional<Account> byId(String id) {
        return first("where a.id = ?", id);
    }

    public Optional<Account> byLogin(String login) {
        return first("where a.login = ?", plain(login));
    }

    /** Who somebody is whom an OpenID Connect provider has vouched for. */
    public Optional<Account> byOidc(String issuer, String subject) {
        return first("where a.issuer = ? and a.subject = ?", issuer, subject);
    }

    /** From now on that provider vouches for this account. */
    public void linkOidc(String id, String issuer, String subject) {
        update("update access.account set issuer = ?, subject = ? where id = ?", issuer, subject, id);
    }

    /** By login. */
    public List<Account> all() {
        return database.write(connection -> Sql.over(connection).list(SELECT + "order by a.login", Account::read));
    }

    /** Whose login and password these are; equally long for unknown logins, disabled accounts and wrong passwords. */
    public Optional<Account> signIn(String login, String password) {
        record Kept(Account account, Optional<String> hash) {}
        Optional<Kept> kept = database.write(connection -> Sql.over(connection)
                .first(
                        "select a.password," + Account.COLUMNS + "from access.account a where a.login = ?",
                        row -> new Kept(Account.read(row), Optional.ofNullable(row.getString("password"))),
                        plain(login)));
        Optional<String> hash = kept.flatMap(Kept::hash);
        boolean right = passwords.matches(password, hash);
        Optional<Account> account =
                kept.map(Kept::account).filter(known -> right).filter(Account::enabled);
        if (account.isPresent() && hash.filter(passwords::isWeak).isPresent()) {
            keep(account.get().id(), passwords.hash(password));
        }
        return account;
    }

    /** Ends all sessions as well: whoever had the old password is out. */
    public void setPassword(String id, String password) {
        Account account = byId(id).orElseThrow(() -> new Refusal("There is no such account."));
        PasswordRule.check(password, account.login());
        keep(id, passwords.hash(password));
        update("delete from access.session where account = ?", id);
    }

    public void rename(String id, String name) {
        update("update access.account set name = ? where id = ?", checkedName(name), id);
    }

    /** Ends all sessions; tokens rest until it is enabled again. */
    public void disable(String id) {
        update("update access.account set disabled_at = ? where id = ? and disabled_at is null", now(), id);
        update("delete from access.session where account = ?", id);
    }

    public void enable(String id) {
        update("update access.account set disabled_at = null where id = ?", id);
    }

    private void keep(String id, String hash) {
        update("update access.account set password = ? where id = ?", hash, id);
    }

    private Optional<Account> first(String where, Object... parameters) {
        return database.write(connection -> Sql.over(connection).first(SELECT + where, Account::read, parameters));
    }

    private void update(String sql, Object... parameters) {
        database.write(connection -> Sql.over(connection).update(sql, parameters));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static String checkedLogin(String login) {
        String plain = plain(login);
        if (!LOGIN.matcher(plain).matches()) {
            throw new Refusal(
                    "A login has 1 to 100 letters, digits, '.', '_', '@', '+' or '-', and begins and ends with"
                            + " a letter or digit, such as ben or ben@example.org.");
        }
        return plain;
    }

    private static String checkedName(String name) {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(plain).find()) {
            throw new Refusal("A name has 1 to " + LONGEST_NAME + " printable characters.");
        }
        return plain;
    }
}
