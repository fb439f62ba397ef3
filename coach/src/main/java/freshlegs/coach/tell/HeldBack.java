package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What somebody would have been told by now but for their manners. */
public final class HeldBack {
    private static final String CHANNELS = """
            select id, coalesce(digest_at, created_at) as seen_to
            from access.channel
            where account = ? and not paused and not ledger.is_rebuilding_at(?)
            order by created_at, id
            """;

    private final Database database;
    private final AccountManners manners;

    public HeldBack(Database database, AccountManners manners) {
        this.database = database;
        this.manners = manners;
    }

    /** One message: {@code reason} is {@code digest}, {@code quiet} or {@code budget}; until when if nothing else comes up. */
    public record Message(
            String alert, String athlete, String step, String status, String cause, String reason, Instant until) {}

    /** Of all the account's channels, each alert once, as it is told first. */
    public List<Message> of(String account, Instant now) {
        Manners wanted = manners.of(account);
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            record Channel(String id, Instant seenTo) {}
            List<Channel> channels = sql.list(
                    CHANNELS, row -> new Channel(row.getString("id"), Sql.moment(row, "seen_to")), account, now);
            Desk desk = new Desk(sql, now);
            List<Message> all = new ArrayList<>();
            for (Channel channel : channels) {
                Decision decision = Decision.of(
                        wanted, desk.due(channel.id()), desk.past(channel.id(), wanted, channel.seenTo()), now);
                all.addAll(messages(sql, decision));
            }
            return first(all);
        });
    }

    private static List<Message> messages(Sql sql, Decision decision) throws SQLException {
        Map<Long, Decision.Held> held = new LinkedHashMap<>();
        decision.held().forEach((one, why) -> held.put(one.id(), why));
        return held.isEmpty()
                ? List.of()
                : sql.list(
                        "select o.id, o.episode_id, e.athlete, o.step, o.payload ->> 'status' as status, e.cause"
                                + " from ledger.outbox o join ledger.episode e on e.id = o.episode_id"
                                + " where o.id = any (?) order by o.id",
                        row -> {
                            Decision.Held why = Objects.requireNonNull(held.get(row.getLong("id")));
                            return new Message(
                                    row.getString("episode_id"),
                                    row.getString("athlete"),
                                    row.getString("step"),
                                    row.getString("status"),
                                    row.getString("cause"),
                                    why.reason().name().toLowerCase(Locale.ROOT),
                                    why.until());
                        },
                        (Object) held.keySet().toArray(Long[]::new));
    }

    private static List<Message> first(List<Message> all) {
        Map<String, Message> first = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Message::until).thenComparing(Message::athlete))
                .forEach(message -> first.putIfAbsent(message.alert() + "/" + message.step(), message));
        return List.copyOf(first.values());
    }
}
