package freshlegs.coach.tell;

import freshlegs.coach.SmtpSettings;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.ABrowsersKeys;
import freshlegs.coach.channel.PushPost;
import freshlegs.coach.outgoing.Block;
import freshlegs.coach.outgoing.Outgoing;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.read.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Coaches of anna, each with one channel, and what they are told. */
final class PeopleToTell {
    private static final URI CONSOLE = URI.create("https://legs.example");

    private static final Reachable THIS_MACHINE = new Reachable(List.of(Block.of("127.0.0.1")));

    private final TestDatabase database;

    PeopleToTell(TestDatabase database) {
        this.database = database;
    }

    /** The address of a receiver on this machine as its kind of channel writes it. */
    static String address(String kind, int port) {
        String host = "127.0.0.1:" + port;
        return switch (kind) {
            case "mail" -> "mail" + port + "@club.example";
            case "webhook" -> "http://" + host + "/hook";
            case "ntfy" -> "ntfy+http://" + host + "/topic";
            case "telegram" -> "telegram+http://123:abcdefghijklmnop@" + host + "/?chat=1";
            case "push" -> ABrowsersKeys.fresh().address("http://" + host + "/browser");
            default -> kind + "+http://" + host + "/hook";
        };
    }

    /** Somebody who is told of anna; {@code coach} names the account and the channel too. */
    void coach(String coach, String kind, String address) {
        coach("anna", coach, kind, address);
    }

    void coach(String athlete, String coach, String kind, String address) {
        database.run(adding(athlete, coach, kind, address));
    }

    /** Of anna, all at once, by name: the kind of channel and its address. */
    void coaches(Map<String, List<String>> coaches) {
        database.run(coaches.entrySet().stream()
                .map(each -> adding(
                        "anna",
                        each.getKey(),
                        each.getValue().get(0),
                        each.getValue().get(1)))
                .collect(Collectors.joining(";")));
    }

    private static String adding(String athlete, String coach, String kind, String address) {
        return String.format("""
                insert into access.account (id, login, name, created_at) values ('%1$s', '%1$s', '%1$s', now());
                insert into access.share (id, athlete, account, role, granted_by, granted_at)
                values ('%1$s', '%4$s', '%1$s', 'coach', 'x', now());
                insert into access.channel (id, account, kind, address, secret, created_at)
                values ('%1$s', '%1$s', '%2$s', '%3$s', 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0', '2026-11-19 12:00Z')
                """, coach, kind, address, athlete);
    }

    /** All coaches of anna are to be told at once that her status is red; {@code name} tells one alert from another. */
    void alert(String name) {
        alert("anna", "RED", name);
    }

    void alert(String athlete, String status, String name) {
        database.run(String.format("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, opened_at, updated_at)
                values ('%1$s', '%2$s', 'FATIGUE', '2026-11-15', '2026-11-20', now(), now());
                insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence,
                    steps, domains, context, missing, id)
                values ('%2$s', 'FATIGUE', date '2026-11-15' + (select count(*) from freshlegs.episode)::int, '2026-11-30', true,
                    '%3$s', 'x', false, '[]', '[]', '[]', '[]', '%1$s');
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before)
                select e.id, '%3$s', r.recipient, r.channel, e.id || '/' || r.channel,
                       jsonb_build_object('id', e.id, 'athlete', e.athlete, 'step', '%3$s', 'status', '%3$s',
                           'cause', 'FATIGUE', 'why', 'Heart rate up.'), '2026-11-20 11:00Z', '2026-11-20 11:00Z'
                from ledger.episode e, ledger.recipients(e.athlete) r where e.id = '%1$s'
                """, name, athlete, status));
    }

    /** The states in the outbox of what a coach is told, in the order of the alerts. */
    String states(String coach) {
        return database.ask(
                "select coalesce(string_agg(state, ' ' order by id), '') from ledger.outbox where recipient = '" + coach
                        + "'");
    }

    /** What the coach's channel says of the last try; empty after a success and before the first. */
    String trouble(String coach) {
        return troubles().getOrDefault(coach, "");
    }

    /** What each channel says of the last try that failed. */
    Map<String, String> troubles() {
        return list(
                        "select coalesce(string_agg(id || '=' || last_error, ','), '') from access.channel where last_error <> ''")
                .stream()
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    List<String> coaches() {
        return list("select coalesce(string_agg(id, ','), '') from access.channel");
    }

    /** All that is known of deliveries, the first first. */
    String deliveries() {
        return database.ask("select coalesce(string_agg(d::text, ' ' order by id), '') from ledger.delivery d");
    }

    /** Whose channel has neither had a message nor failed. */
    List<String> untried() {
        return list(
                "select coalesce(string_agg(id, ','), '') from access.channel where received_at is null and failures = 0");
    }

    /** Whom something is kept for. */
    List<String> unsent() {
        return list(
                "select coalesce(string_agg(distinct recipient, ','), '') from ledger.outbox where state <> 'SENT'");
    }

    private List<String> list(String sql) {
        return Stream.of(database.ask(sql).split(",", -1))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The real senders. */
    static OutboxSenders senders(Database database, ChannelSender people, Patience patience, Clock clock) {
        return senders(database, courier -> courier, people, patience, clock);
    }

    /** The real senders with something around whoever takes a delivery to its channel. */
    static OutboxSenders senders(
            Database database, UnaryOperator<Courier> around, ChannelSender people, Patience patience, Clock clock) {
        AlertNotice alerts = new AlertNotice(CONSOLE, Sayings.english());
        return OutboxSenders.start(
                database,
                Optional.empty(),
                around.apply(new PeoplesChannels(
                        new Channels(database, clock),
                        new Deliveries(database, new AccountManners(database, clock.getZone())),
                        people,
                        alerts,
                        new DigestNotice(alerts, CONSOLE, Sayings.english()),
                        new Readers(
                                database,
                                new Shares(database, clock),
                                Optional.of(new Acts(database, clock)),
                                CONSOLE,
                                Sayings.english()),
                        List.of(),
                        clock)),
                List.of(),
                patience,
                clock);
    }

    /** Which may reach this machine. */
    static ChannelSender channels(Database database, Optional<SmtpSettings> smtp, Patience patience, Clock clock) {
        return new ChannelSender(
                new Channels(database, clock),
                new PushPost("https://legs.example", new PushKeys(database)::get),
                Outgoing.start(THIS_MACHINE, patience.timeLimit()),
                smtp.map(server -> new Mailer(server, patience.timeLimit())),
                patience,
                clock);
    }
}
