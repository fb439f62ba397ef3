package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.time.Instant;
import java.util.List;

/** An occasion goes to each of the account's channels, once. */
final class Invitees {
    private static final String DELIVER = """
            insert into ledger.delivery (kind, account, channel, subject, idempotency_key, created_at, until)
            select ?, c.account, 'channel:' || c.id, ?, ? || '/channel:' || c.id, ?, ?
            from access.channel c join access.account a on a.id = c.account
            where c.account = ? and not c.paused and a.disabled_at is null
            on conflict (idempotency_key) do nothing
            """;

    private final Database database;
    private final AccountManners manners;

    Invitees(Database database, AccountManners manners) {
        this.database = database;
        this.manners = manners;
    }

    void deliver(Occasion occasion, Instant now) {
        List<Occasion.Due> due = occasion.due(now).stream()
                .filter(each ->
                        each.until().isAfter(now) && !manners.of(each.account()).isQuiet(now))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            int made = 0;
            for (Occasion.Due one : due) {
                made += sql.update(DELIVER, occasion.kind(), one.subject(), one.key(), now, one.until(), one.account());
            }
            return made;
        });
    }
}
