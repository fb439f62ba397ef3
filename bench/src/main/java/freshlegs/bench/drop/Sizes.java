package freshlegs.bench.drop;

import freshlegs.bench.service.Logs;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Scratch;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;

/** What a running product keeps, in bytes: topics before any compaction, tables with their indices. */
public record Sizes(long recordings, long facts, long results, long changelogs, long tables, long spool) {
    private static final Set<String> FACTS =
            Topics.facts().stream().map(Topic::name).collect(Collectors.toSet());
    private static final Set<String> RESULTS =
            Topics.results().stream().map(Topic::name).collect(Collectors.toSet());

    private static final String TABLES = """
            select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ('freshlegs', 'ledger')
            """;

    static Sizes of(Product product) throws InterruptedException, SQLException {
        Logs logs = Logs.of(product.instance().kafkaAddress());
        String recording = Topics.RECORDING.name();
        return new Sizes(
                logs.sum(recording::equals),
                logs.sum(topic -> FACTS.contains(topic) && !topic.equals(recording)),
                logs.sum(RESULTS::contains),
                logs.changelogs(Program.SEASON),
                tables(product.instance().database()),
                Scratch.bytesUnder(product.folder().root().resolve("spool")));
    }

    public Sizes minus(Sizes before) {
        return new Sizes(
                recordings - before.recordings,
                facts - before.facts,
                results - before.results,
                changelogs - before.changelogs,
                tables - before.tables,
                spool - before.spool);
    }

    private static long tables(DatabaseAddress database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(TABLES)) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
