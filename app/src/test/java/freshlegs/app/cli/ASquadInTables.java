package freshlegs.app.cli;

import freshlegs.model.DatabaseAddress;
import freshlegs.warehouse.Warehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Three athletes in a PostgreSQL of their own, with numbers that can be worked out by hand: anna trains 40 a day, from 22 September
 * on 60, and is found overreached on 20 October, evidence voting from the 17th, told at noon, judged right; clara's alert of 10
 * October was judged wrong; of ben three days of thirty are not known.
 */
final class ASquadInTables {
    private static final String ROWS = """
            insert into freshlegs.known_athlete values ('anna'), ('ben'), ('clara');
            insert into freshlegs.profile_revision (athlete, fact_id, revision, local_date, ingested_at, recorded_at, sex, rank)
            values ('anna', '2000-01-01', 'p', '2000-01-01', now(), now(), 'FEMALE', 1);
            insert into freshlegs.trend_day (athlete, date, kind, load, fitness, fatigue, form, ramp, effort_load, runs,
                                             distance_metres, timer_seconds, distance7d_metres, flags, hrv_rmssd_milliseconds)
            select 'anna', day, 'TRAINED', case when day < '2026-09-22' then 40 else 60 end, 1, 1, 1, 1, 1, 1, 10000, 3600, 7000,
                   '["hot", "hilly"]', 55.5
            from generate_series(date '2026-08-01', '2026-10-31', '1 day') day;
            insert into freshlegs.trend_day (athlete, date, kind, load, fitness, fatigue, form, ramp, effort_load, runs,
                                             distance_metres, timer_seconds, distance7d_metres, flags)
            select 'ben', day, 'REST', 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, '[]'::jsonb
            from generate_series(date '2026-10-01', '2026-10-30', '1 day') day
            where day not between '2026-10-10' and '2026-10-12'
            union all
            select 'clara', day, 'TRAINED', 70, 1, 1, 1, 1, 1, 1, 8000, 2400, 7000, '[]'
            from generate_series(date '2026-10-01', '2026-10-20', '1 day') day;
            insert into freshlegs.status_day (athlete, date, status, why, low_confidence, domains, context, missing, rules, rule_set)
            select athlete, date, case when athlete = 'anna' and date >= '2026-10-20' then 'AMBER' else 'GREEN' end, 'Because.', false,
                   jsonb_build_array(jsonb_build_object(
                       'name', 'HRV', 'known', true, 'votes', athlete = 'anna' and date between '2026-10-17' and '2026-10-20'
                           or athlete = 'clara' and date = '2026-10-10',
                       'value', 55.5, 'unit', 'ms', 'z', 1.25, 'chart', 0.5, 'days', 1, 'rule', 'chart.hrv/1')),
                   '[]', '[]', '[]', '1'
            from freshlegs.trend_day;
            insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence, steps, domains,
                                           context, missing, id, athlete_why, confidence, clears, grounds, agreement, rules, rule_set)
            select athlete, 'FATIGUE', day, day + 3, false, 'AMBER', 'Because.', false,
                   jsonb_build_array(jsonb_build_object('status', 'AMBER', 'day', day)), '[]', '[]', '[]',
                   athlete || '-' || day || '-fatigue', '', '{"level": "HIGH"}', '', '[]', '', '["fatigue.two-keys/1"]', '1'
            from (values ('anna', date '2026-10-20'), ('clara', date '2026-10-10')) alert(athlete, day);
            insert into ledger.episode
            select id, athlete, cause, first_day, last_day, 'AMBER', first_day, first_day from freshlegs.episode;
            insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, state, created_at, not_before,
                                       sent_at, last_error)
            select id, 'AMBER', 'club', 'webhook', id, '{"secret": "s3cret"}', 'SENT', first_day, first_day,
                   first_day + time '12:00', 'http://club.example/s3cret'
            from ledger.episode;
            insert into freshlegs.alert_verdict_revision
            select athlete, first_day || '.fatigue', 'v', first_day, last_day, 'fatigue', now(), now(), 0,
                   case athlete when 'anna' then 'right' else 'wrong' end, 'her own words', 'AMBER', '1',
                   '["fatigue.two-keys/1"]', '{"role": "COACH", "id": "s3cret"}', 1
            from freshlegs.episode;
            insert into access.account (id, login, name, password, operator, created_at)
            values ('a1', 's3cret@club.example', 's3cret', 's3cret', true, now());
            insert into access.channel (id, account, kind, address, secret, created_at)
            values ('c1', 'a1', 'mail', 's3cret@club.example', 's3cret', now());
            insert into ledger.delivery (kind, account, channel, idempotency_key, state, created_at, last_error)
            values ('DIGEST', 'a1', 'channel:c1', 'd1', 'FAILED', now(), 's3cret'), ('REVIEW', 'a1', 'channel:c1', 'd2', 'SENT', now(), null);
            insert into freshlegs.session_revision (athlete, fact_id, revision, ingested_at, start, local_date, sport, device,
                                                    heart_rate_source, recording_rank, timer_seconds, elapsed_seconds, moving_seconds,
                                                    distance_metres, heart_rate, pace, minutes, repeats, repeat_source)
            select 'anna', 'run-' || n, 'r', timestamptz '2026-10-01T07:00Z' + n * interval '1 day 10 min',
                   timestamptz '2026-10-01T06:00Z' + n * interval '1 day', date '2026-10-01' + n, 'RUNNING', 'garmin/4315', 'STRAP', 1,
                   3600, 3600, 3500, 10000, '{}', '{}', '{}', '[]', 'NONE'
            from generate_series(1, 5) n;
            insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, activities, route, copies)
            select athlete, 'd-' || fact_id, '/home/s3cret/run.fit', 'x', ingested_at, 'imported', '[{}]', 'upload',
                   jsonb_build_array(jsonb_build_object('activity', fact_id, 'revision', revision, 'kept', true))
            from freshlegs.session_revision;
            insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, activities, route)
            select 'ben', 'broken-' || n, '/home/s3cret/' || n, 'x', now(), 'set-aside', 'It is no FIT file, "at all".', '[]', 'inbox'
            from generate_series(1, 2) n;
            insert into freshlegs.prescription (athlete, date, level, level_name, status, planned, prescribed, adjustment, decisions)
            select 'anna', day, 1, 'Base', 'AMBER', '{"kind": "REPEATS", "minutes": 60, "hard": true}',
                   '{"kind": "EASY", "minutes": 40, "hard": false}',
                   '{"kind": "SWAPPED", "cause": "FATIGUE", "episode": "anna-2026-10-20-fatigue", "rules": ["fatigue.two-keys/1"]}',
                   decisions::jsonb
            from (values (date '2026-10-21', '[]'),
                         (date '2026-10-23', '[{"cause": "FATIGUE", "verdict": "keep-plan", "decidedAt": "2026-10-22T08:00:00Z",
                                                "decidedBy": {"role": "COACH", "id": "s3cret"}, "standing": "IN_FORCE"}]')) d(day, decisions);
            """;

    private static final ASquadInTables FILLED = fill();

    private final DatabaseAddress address;

    private ASquadInTables(DatabaseAddress address) {
        this.address = address;
    }

    /** One for all tests; each leaves it as it was. */
    static ASquadInTables filled() {
        return FILLED;
    }

    private static ASquadInTables fill() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            ASquadInTables squad = new ASquadInTables(
                    new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
            Warehouse.migrate(squad.address);
            squad.execute(ROWS);
            return squad;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start, or does not take the rows", e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    CommandLineUnderTest freshlegs(Path data) {
        return CommandLineUnderTest.on(data)
                .with("FRESHLEGS_POSTGRES_URL", address.jdbcUrl())
                .with("FRESHLEGS_POSTGRES_USER", address.user())
                .with("FRESHLEGS_POSTGRES_PASSWORD", address.password());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each row as its columns joined by a bar, as the owner sees it, by UTC. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet row = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", cells));
                }
                return rows;
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
