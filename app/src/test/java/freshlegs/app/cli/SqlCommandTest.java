package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.ask.Reader;
import freshlegs.app.ask.View;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {
    private final ASquadInTables squad = ASquadInTables.filled();

    private final Path folder;

    SqlCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Ran sql(Object... words) {
        return squad.freshlegs(folder)
                .run(Stream.concat(Stream.of("sql"), Stream.of(words)).toArray());
    }

    @Test
    void a_query_is_answered_as_a_table_as_csv_and_as_json() {
        String query =
                "select athlete, known_days, first_day, measures_hrv from athletes where sex is null order by 1;";

        assertThat(sql(query).out()).isEqualTo("""
                athlete  known_days   first_day  measures_hrv
                ben              27  2026-10-01  false
                clara            20  2026-10-01  false
                """);
        assertThat(sql("--csv", query).out())
                .startsWith("athlete,known_days,first_day,measures_hrv\nben,27,2026-10-01,");
        assertThat(sql("--json", query).json().path(1).path("known_days").asInt())
                .isEqualTo(20);
        assertThat(sql("--csv", "select 'NaN'::float8, interval '1 day', null, now()::date is null, array[1, 2]")
                        .out()
                        .lines()
                        .skip(1))
                .containsExactly("NaN,1 day,,false,\"{1,2}\"");
    }

    @Test
    void it_says_when_rows_are_cut() {
        Ran cut = sql("--rows", 3, "--csv", "select day from days order by day");

        assertThat(cut.out().lines()).hasSize(4);
        assertThat(cut.err()).contains("Cut after 3 rows");
        assertThat(sql("--rows", 3, "select athlete from athletes").err()).isEmpty();
    }

    @Test
    void views_and_columns_are_listed_with_what_they_mean() {
        assertThat(sql("--views", "--csv").out())
                .contains(Stream.of(View.values())
                        .map(view -> "\n" + view.word() + ",")
                        .toList());
        assertThat(sql("--view", "days").out())
                .contains("sleep_hours", "double precision", "Time asleep in the night that ended here, hours.");
        assertThat(sql("--view", "access.account").err()).contains("the views are activities, adjustments, athletes");
    }

    @Test
    void what_is_wrong_is_said_with_its_place_and_what_helps() {
        assertThat(sql("select *\nfrom dayz").err())
                .contains(
                        "relation \"dayz\" does not exist (line 2, character 6); the views are activities, adjustments");
        assertThat(sql("select dai from days").err()).contains("column \"dai\" does not exist", "--view NAME");
        assertThat(sql("selec 1").err()).contains("syntax error at or near \"selec\" (line 1, character 1)");
        assertThat(sql("--timeout", 1, "select pg_sleep(60)").err()).contains("--timeout");
        assertThat(sql("select 1; select 2").err()).contains("one query at a time");
        assertThat(sql().code()).isEqualTo(2);
        assertThat(sql("--views", "select 1").code()).isEqualTo(2);
        assertThat(sql("--rows", 0, "select 1").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from access.account",
                "select payload from ledger.outbox",
                "select * from freshlegs.note",
                "insert into freshlegs.known_athlete values ('eve')",
                "with gone as (delete from ledger.outbox returning *) select * from gone",
                "create table mine as select 1",
                "drop view days",
                "copy (select 1) to program 'touch /tmp/mine'",
                "do $$ begin perform 1; end $$",
                "reset role",
                "set role postgres",
                "set transaction read write",
                "commit; drop schema analytics cascade",
                "select 1; reset role; select * from access.account",
                "select set_config('role', 'postgres', true), query_to_xml('select * from access.account', true, true, '')",
                "select pg_catalog.\"set_config\"('role', 'none', true)",
                "select U&\"set\\005fconfig\"('statement_timeout', '0', true)",
                "select query_to_xml('select set_config(''role'', ''postgres'', true)', true, true, '')",
                "select * from ts_stat('select set_config(''role'', ''postgres'', true)::tsvector')",
                "values (set_config('role', 'postgres', true)), (query_to_xml('table access.account', true, true, '')::text)",
                "select pg_read_file('/etc/passwd')",
                "select lo_import('/etc/passwd')",
                "select rolpassword from pg_authid"
            })
    void nothing_is_written_and_nothing_else_is_read(String query) throws Exception {
        Ran ran = sql(query);

        assertThat(ran.code()).as(query).isNotZero();
        assertThat(ran.out()).as(query).isEmpty();
        assertThat(ran.err())
                .as(query)
                .startsWith("freshlegs: ")
                .hasLineCount(1)
                .doesNotContain("s3cret");
        assertThat(squad.rows("select count(*) from freshlegs.known_athlete")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into freshlegs.known_athlete values ('eve')",
                "create table mine (one integer)",
                "create temporary table mine (one integer)",
                "copy (select 1) to program 'true'",
                "drop view analytics.days"
            })
    void the_database_itself_refuses_what_the_reader_may_not(String statement) throws Exception {
        try (Connection connection = Reader.open(squad.address(), Duration.ofSeconds(5));
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                            .isIn("42501", "25006"));
        }
    }

    @Test
    void no_view_gives_a_secret_a_login_an_address_or_somebodys_own_words_away() {
        for (View view : View.values()) {
            assertThat(sql("--rows", 1000, "--json", "select * from " + view.word())
                            .out())
                    .as(view.word())
                    .hasSizeGreaterThan(10)
                    .doesNotContain("s3cret", "her own words", "club.example");
        }
    }

    @Test
    void a_database_of_before_is_told_apart() throws Exception {
        squad.execute("alter schema analytics rename to elsewhere");
        try {
            assertThat(sql("select 1").err()).contains("no schema analytics yet");
        } finally {
            squad.execute("alter schema elsewhere rename to analytics");
        }
        assertThat(List.of(View.values()))
                .extracting(View::word)
                .containsExactlyElementsOf(squad.rows("select relname from pg_class"
                        + " where relnamespace = 'analytics'::regnamespace order by relname"));
    }
}
