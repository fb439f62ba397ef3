package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.AnArchive;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.ConsentText;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OwnDataTest {
    private static final AthleteId CARLA = AthleteId.of("carla");
    private static final AthleteId DORA = AthleteId.of("dora");

    private static final String PASSWORD = "&password=long+walks+by+the+river";
    private static final AnArchive ARCHIVE = new AnArchive();
    private static TestDatabase database;
    private static ACoach coach;
    private static ASignedInVisitor anna;
    private static ASignedInVisitor ben;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.with(ARCHIVE.waysIn(), database);
        anna = herself("anna");
        ben = ASignedInVisitor.of(database, coach, "coach").as(database, Role.COACH, "ben");
        for (String athlete : new String[] {"anna", "carla", "dora"}) {
            ben.as(database, Role.COACH, athlete);
        }
        tellOf("anna");
        tellOf("dora");
    }

    private static ASignedInVisitor herself(String athlete) {
        Account account = new Accounts(database.database(), ACoach.THAT_EVENING)
                .add(athlete + "@example.org", athlete, Optional.of(ASignedInVisitor.PASSWORD), false);
        if (!athlete.equals("gina")) {
            new Consents(database.database(), ACoach.THAT_EVENING)
                    .give(AthleteId.of(athlete), account.id(), Consents.PAGE);
        }
        return ASignedInVisitor.of(database, coach, account).as(database, Role.ATHLETE, athlete);
    }

    /** Notes for her and not for her, and messages about her alone and together with ben. */
    private static void tellOf(String athlete) {
        database.run("""
                insert into freshlegs.note_revision (athlete, fact_id, revision, local_date, alert, text, shared, ingested_at,
                    recorded_at, edit, withdrawn, told_by, rank) values
                ('her', 'n', '0', '2026-11-20', null, 'She starts a new job.', true, now(), now(), 0, false, '{"role":"COACH","id":"c"}', 0),
                ('her', 'm', '0', '2026-11-20', null, 'Between us coaches.', false, now(), now(), 0, false, '{"role":"COACH","id":"c"}', 0);
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at) values
                ('her.x', 'her', 'FATIGUE', '2026-11-15', '2026-11-18', 'AMBER', now(), now()),
                ('ben.her', 'ben', 'FATIGUE', '2026-11-15', '2026-11-18', 'AMBER', now(), now());
                insert into ledger.episode_name (athlete, cause, first_day, episode_id) values ('her', 'FATIGUE', '2026-11-15', 'her.x');
                insert into ledger.delivery (kind, account, channel, subject, idempotency_key, state, created_at, sent_at) values
                ('ALERT', 'c', 'channel:1', 'her', 'her alone', 'SENT', now(), now()),
                ('DIGEST', 'c', 'channel:1', null, 'with ben ' || length('her'), 'SENT', now(), now());
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, state, created_at, not_before, delivery_id)
                select episode, step, 'c', 'channel:1', episode || step, jsonb_build_object('athlete', athlete), 'SENT', now(), now(), d.id
                from (values ('her.x', 'her', 'AMBER', 'her alone'), ('her.x', 'her', 'RED', 'with ben ' || length('her')),
                             ('ben.her', 'ben', 'AMBER', 'with ben ' || length('her'))) as told(episode, athlete, step, key)
                         join ledger.delivery d on d.idempotency_key = told.key;
                """.replace("length('her')", "'" + athlete.charAt(0) + "'")
                .replace("her.x", athlete + ".x")
                .replace("'her'", "'" + athlete + "'")
                .replace("'her alone'", "'" + athlete + " alone'")
                .replace("ben.her", "ben." + athlete.charAt(0)));
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void all_that_is_known_of_her_is_one_zip_and_nothing_of_others_is_in_it() throws Exception {
        SortedMap<String, String> zip = zip(anna);

        assertThat(zip).containsKeys("README.txt", "days.csv", "activities.csv", "check-ins.csv", "ways.json");
        assertThat(zip.get("days.csv")).startsWith("athlete,date,").hasLineCount(lines("trend_day") + 1);
        assertThat(zip.get("tables/freshlegs.status_day.jsonl")).hasLineCount(lines("status_day"));
        assertThat(zip.get("originals/1-run.fit")).isEqualTo("anna 1-run.fit");
        assertThat(zip.get("originals/2-export.zip")).isEqualTo("anna 2-export.zip");
        assertThat(zip.get("tables/ledger.outbox.jsonl")).contains("\"anna.x\"").doesNotContain("ben.x");
        assertThat(zip.get("account/access.account.jsonl"))
                .contains("anna@example.org")
                .doesNotContain("argon2");
        assertThat(zip.get("tables/access.consent.jsonl"))
                .contains(ConsentText.latest().sha256());
        assertThat(zip.get("tables/access.audit.jsonl")).contains("/athletes/{id}/data.zip");
        assertThat(String.join("\n", zip.values()))
                .contains("She starts a new job.")
                .doesNotContain("Between us coaches.")
                .doesNotContain("\"athlete\": \"ben\"")
                .doesNotContain("sha256\": \"" + database.ask("select sha256 from access.session limit 1"));
    }

    @Test
    void each_line_of_it_is_as_its_schema_says_and_every_column_is_explained() throws Exception {
        SortedMap<String, String> zip = zip(anna);

        zip.forEach((name, lines) -> {
            if (name.endsWith(".jsonl")) {
                String schema = String.valueOf(zip.get(name.replaceFirst(".*/(.*)jsonl", "schemas/$1schema.json")));
                Schema form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema);
                lines.lines().forEach(line -> assertThat(form.validate(Json.read(line, JsonNode.class)))
                        .as(name)
                        .isEmpty());
                Json.read(schema, JsonNode.class).path("properties").forEach(column -> assertThat(
                                column.path("description").asText())
                        .isNotBlank());
            }
        });
        assertThat(zip.get("schemas/days.csv.schema.json")).contains("\"date\"");
    }

    @Test
    void she_agrees_to_what_is_done_with_her_data_withdraws_and_is_asked_again_when_the_text_changes()
            throws Exception {
        database.run("insert into freshlegs.known_athlete values ('gina')");
        ASignedInVisitor gina = herself("gina");
        String ask = "waits for your answer";
        assertThat(gina.text("/athletes/gina/day")).contains(ask);
        assertThat(gina.text("/athletes/gina/consent"))
                .contains(
                        "You have not said yet",
                        "Version 1",
                        ConsentText.latest().sha256())
                .doesNotContain("Withdraw my consent");
        assertThat(gina.post("/athletes/gina/consent", "do=give").statusCode()).isEqualTo(400);

        String agreed = "do=give&consent=" + ConsentText.latest().sha256();
        assertThat(gina.post("/athletes/gina/consent", agreed).statusCode()).isEqualTo(303);

        assertThat(gina.text("/athletes/gina/day")).doesNotContain(ask);
        assertThat(gina.text("/athletes/gina/consent")).contains("You agreed to this text", "agreed to version 1");
        Consents consents = new Consents(database.database(), ACoach.THAT_EVENING);
        assertThat(consents.withdrawn()).isEmpty();
        assertThat(gina.post("/athletes/gina/consent", "do=withdraw").statusCode())
                .isEqualTo(303);
        assertThat(gina.text("/athletes/gina/consent")).contains("no file and no check-in of yours is taken");
        assertThat(consents.withdrawn()).containsExactly(AthleteId.of("gina"));
        assertThat(gina.text("/athletes/gina/watch")).contains("no file is taken until it is given again");

        database.run("insert into access.consent (athlete, at, given, version, text_sha256, said_by, how)"
                + " values ('gina', now(), true, 0, 'of an elder text', 'x', 'page')");
        assertThat(consents.withdrawn()).isEmpty();
        assertThat(gina.text("/athletes/gina/day")).contains(ask);
        assertThat(gina.text("/athletes/gina/consent"))
                .contains("This text has changed since you agreed", "Withdraw my consent");
        assertThat(ben.get("/athletes/anna/consent").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_said_about_consent_is_never_changed() {
        for (String change : new String[] {"update access.consent set given = true", "delete from access.consent"}) {
            assertThatThrownBy(() -> database.run(change)).hasMessageContaining("is never changed");
        }
    }

    @Test
    void nobody_but_herself_gets_it_or_can_have_it_erased() {
        int looks = ARCHIVE.looks();

        assertThat(ben.get("/athletes/anna/data").statusCode()).isEqualTo(404);
        assertThat(ben.get("/athletes/anna/data.zip").statusCode()).isEqualTo(404);
        assertThat(ben.post("/athletes/anna/data/erase", "name=anna").statusCode())
                .isEqualTo(404);
        assertThat(ARCHIVE.looks()).isEqualTo(looks);
    }

    @Test
    void a_wrong_name_or_password_erases_nothing() {
        int looks = ARCHIVE.looks();

        assertThat(anna.post("/athletes/anna/data/erase", "name=Anna" + PASSWORD)
                        .body())
                .contains("the name must be typed exactly as anna");
        assertThat(anna.post("/athletes/anna/data/erase", "name=anna&password=guess")
                        .statusCode())
                .isEqualTo(422);
        assertThat(anna.get("/athletes/anna").statusCode()).isEqualTo(200);
        assertThat(ARCHIVE.looks()).isEqualTo(looks);
    }

    @Test
    void once_asked_for_nobody_sees_her_and_her_own_page_says_how_far_it_is() {
        ASignedInVisitor carla = herself("carla");
        int looks = ARCHIVE.looks();
        assertThat(ben.get("/athletes/carla").statusCode()).isEqualTo(200);
        try (ACoach apart = ACoach.lookingAt(database)) {
            assertThat(ASignedInVisitor.of(database, apart, carla.account()).text("/athletes/carla/data"))
                    .contains("kept by another process, which erases everything as soon as it sees that you asked")
                    .contains("To confirm, type carla");
        }

        HttpResponse<String> asked = carla.post("/athletes/carla/data/erase", "name=carla" + PASSWORD);

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        assertThat(ARCHIVE.looks()).isGreaterThan(looks);
        assertThat(ben.get("/athletes/carla").statusCode()).isEqualTo(404);
        assertThat(carla.get("/athletes/carla").statusCode()).isEqualTo(303);
        String page = asked.headers().firstValue("Location").orElseThrow();
        assertThat(coach.text(page)).contains("next: All ways in are closed").doesNotContain("carla");
        leavings().begins(CARLA, Leavings.Step.FILES);
        assertThat(coach.text(page))
                .contains("done: All ways in are closed")
                .contains("next: Original files are deleted");
        assertThat(coach.get("/leaving/" + "A".repeat(43)).statusCode()).isEqualTo(404);
    }

    @Test
    void afterwards_she_is_in_no_row_and_the_rows_of_others_are_as_before() {
        herself("dora");
        String others = rows("ben");
        String progress = leavings().ask(DORA).text();

        leavings().removeRows(DORA, 3, Duration.ofDays(3));

        assertThat(rows("dora")).isEmpty();
        assertThat(rows("ben")).isEqualTo(others);
        assertThat(database.ask(
                        "select count(*) from ledger.delivery where idempotency_key in ('dora alone', 'with ben d')"))
                .as("what told of ben too stays")
                .isEqualTo("1");
        assertThat(coach.text("/leaving/" + progress)).contains("Everything is erased");
        assertThat(leavings().underWay()).extracting(Leavings.Under::athlete).doesNotContain(DORA);
    }

    @Test
    void an_account_that_saw_others_is_closed_without_a_name_and_what_it_did_stays_to_be_seen() {
        ASignedInVisitor viewer = ASignedInVisitor.of(database, coach, "victor").as(database, Role.VIEWER, "anna");
        String id = viewer.account().id();
        viewer.get("/athletes/anna");

        leavings().closeAccount(id);

        assertThat(viewer.get("/").statusCode()).isEqualTo(303);
        assertThat(database.ask(
                        "select login || ' ' || name || ' ' || (disabled_at is not null) from access.account where id = '"
                                + id + "'"))
                .isEqualTo("closed." + id + " Closed account true");
        assertThat(database.ask("select count(*) from access.audit where athlete = 'anna' and account = '" + id + "'"))
                .isEqualTo("1");
        assertThat(anna.text("/athletes/anna/sharing")).doesNotContain("victor");
    }

    @Test
    void an_account_is_closed_by_its_login_and_password_and_the_athlete_stays() {
        ASignedInVisitor emil = herself("emil");
        assertThat(emil.post("/athletes/emil/data/close", "name=emil" + PASSWORD)
                        .statusCode())
                .isEqualTo(422);

        emil.post("/athletes/emil/data/close", "name=emil%40example.org" + PASSWORD);

        assertThat(database.ask("select count(*) from access.account where login like 'emil%'"))
                .isEqualTo("0");
        assertThat(database.ask("select count(*) > 0 from freshlegs.trend_day where athlete = 'emil'"))
                .isEqualTo("t");
    }

    @Test
    void the_only_one_who_sees_to_accounts_stays_until_somebody_else_does() {
        ASignedInVisitor finn = herself("finn");
        database.run("update access.account set operator = true where login like 'finn%'");

        String refused =
                finn.post("/athletes/finn/data/erase", "name=finn" + PASSWORD).body();
        database.run("update access.account set operator = false where login like 'finn%'");

        assertThat(refused).contains("You are the only one who sees to the accounts here");
        assertThat(finn.get("/athletes/finn").statusCode()).isEqualTo(200);
    }

    private static Leavings leavings() {
        return new Leavings(database.database(), ACoach.THAT_EVENING);
    }

    /** Every row of every table that speaks of somebody. */
    private String rows(String whose) {
        List<String> tables = new ArrayList<>();
        for (String table : database.ask("select string_agg(format('%I.%I', table_schema, table_name), ' ')"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema in ('freshlegs', 'ledger', 'access')")
                .split(" ", -1)) {
            String rows = database.ask("select coalesce(string_agg(line, chr(10) order by line), '') from"
                    + " (select to_jsonb(t)::text as line from " + table + " t) rows where line ~ '\"" + whose
                    + "[\".@]'");
            if (!rows.isEmpty()) {
                tables.add(table + ": " + rows);
            }
        }
        return String.join("\n", tables);
    }

    private int lines(String table) {
        return Integer.parseInt(database.ask("select count(*) from freshlegs." + table + " where athlete = 'anna'"));
    }

    private SortedMap<String, String> zip(ASignedInVisitor reader) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna/data.zip"))
                                .header("Cookie", reader.cookie())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        SortedMap<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
