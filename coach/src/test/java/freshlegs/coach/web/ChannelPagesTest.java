package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.SmtpSettings;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import freshlegs.coach.outgoing.Block;
import freshlegs.coach.outgoing.Reachable;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelPagesTest {
    private static final String PAGE = "/account/channels";
    private static final String EPISODE = """
            insert into ledger.episode (id, athlete, cause, first_day, last_day, opened_at, updated_at)
            values ('anna.2026-11-15.fatigue', 'anna', 'FATIGUE', '2026-11-15', '2026-11-20', now(), now())
            on conflict do nothing;
            """;

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final GreenMail post = started();
    private final TestDatabase database = TestDatabase.withSquad();
    private final ACoach coach = ACoach.reaching(
            new Reachable(List.of(Block.of("127.0.0.1"))),
            Optional.of(new SmtpSettings(
                    URI.create("smtp://127.0.0.1:" + post.getSmtp().getPort()), "legs@freshlegs.example")),
            database);
    private final ASignedInVisitor ben =
            ASignedInVisitor.of(database, coach, "ben").as(database, Role.COACH, "anna");
    private final ASignedInVisitor cleo =
            ASignedInVisitor.of(database, coach, "cleo").as(database, Role.COACH, "carla");
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            heard.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(path.startsWith("/broken") ? 500 : 200, -1);
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        coach.close();
        database.close();
        receiver.stop(0);
        post.stop();
    }

    @Test
    void a_channel_is_added_tested_paused_and_removed_and_never_shows_its_address() {
        assertThat(add(ben, "slack+" + at("/secret")).statusCode()).isEqualTo(303);
        assertThat(ben.get(PAGE).body())
                .contains("Slack: 127.0.0.1", "Not tried yet")
                .doesNotContain("/secret");
        String id = database.ask("select id from access.channel");

        assertThat(ben.post(PAGE + "/test", "channel=" + id).statusCode()).isEqualTo(303);
        assertThat(heard).singleElement().asString().startsWith("/secret {\"text\":\"Freshlegs: a test");
        assertThat(ben.get(PAGE).body()).contains("The last message was received on");

        ben.post(PAGE + "/pause", "channel=" + id);
        assertThat(ben.get(PAGE).body()).contains("Paused");
        ben.post(PAGE + "/remove", "channel=" + id);
        assertThat(database.ask("select count(*) from access.channel")).isEqualTo("0");
    }

    @Test
    void a_second_test_at_once_is_not_sent_and_says_when_one_is() {
        add(ben, at("/mine"));
        String test = "channel=" + database.ask("select id from access.channel");
        assertThat(ben.post(PAGE + "/test", test).statusCode()).isEqualTo(303);
        var second = ben.post(PAGE + "/test", test);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("10");
        assertThat(second.body()).contains("No test was sent", "Try again in 10 s");
        assertThat(heard).hasSize(1);
    }

    @Test
    void what_cannot_be_a_channel_says_why_and_what_lies_inside_is_not_reached() {
        assertThat(add(ben, "ftp://x").statusCode()).isEqualTo(422);
        assertThat(add(ben, "ftp://x").body()).contains("This is no address that messages can be sent to");
        var inside = add(ben, "http://10.0.0.1/");
        assertThat(inside.statusCode()).isEqualTo(422);
        assertThat(inside.body()).contains("Nothing can be sent there: the host lies in a network that is not public");
        assertThat(database.ask("select count(*) from access.channel")).isEqualTo("0");
    }

    @Test
    void nobody_touches_the_channels_of_others() {
        add(ben, at("/mine"));
        String id = database.ask("select id from access.channel");
        cleo.post(PAGE + "/test", "channel=" + id);
        cleo.post(PAGE + "/pause", "channel=" + id);
        cleo.post(PAGE + "/remove", "channel=" + id);
        assertThat(cleo.get(PAGE).body()).doesNotContain("127.0.0.1");
        assertThat(heard).isEmpty();
        assertThat(database.ask("select count(*) from access.channel where not paused"))
                .isEqualTo("1");
    }

    @Test
    void coaches_are_told_of_their_own_athletes_and_a_broken_channel_holds_up_nobody() {
        add(ben, at("/broken"));
        add(ben, at("/hook"));
        add(cleo, at("/other"));
        database.run(EPISODE + """
                update freshlegs.episode set status = 'RED' where id = 'anna.2026-11-15.fatigue';
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before)
                select e.id, 'RED', r.recipient, r.channel, e.id || r.channel,
                       jsonb_build_object('id', e.id, 'athlete', e.athlete, 'step', 'RED', 'status', 'RED',
                           'cause', 'FATIGUE', 'why', 'Heart rate up.'), '2026-11-20 12:00Z', '2026-11-20 12:00Z'
                from ledger.episode e, ledger.recipients(e.athlete) r where e.id = 'anna.2026-11-15.fatigue'
                """);
        await().untilAsserted(() -> {
            assertThat(heard).anyMatch(call -> call.startsWith("/hook ")).anyMatch(call -> call.startsWith("/broken "));
            assertThat(database.ask("select count(*) from ledger.outbox where state = 'SENT'"))
                    .isEqualTo("1");
        });
        assertThat(heard).noneMatch(call -> call.startsWith("/other"));
        assertThat(ben.text("/episodes/anna.2026-11-15.fatigue")).contains("webhook The ben");
        assertThat(database.ask("select last_error from access.channel where failures = 1"))
                .isEqualTo("answered with status 500");
    }

    @Test
    void mail_comes_as_text_and_html_with_an_id_that_stays_the_same() throws Exception {
        add(ben, "ben@club.example");
        ben.post(PAGE + "/test", "channel=" + database.ask("select id from access.channel"));
        assertThat(ben.get(PAGE).body()).contains("E-mail: ben@club.example", "The last message was received on");
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Freshlegs: a test");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{64}@freshlegs.example>");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("Content-Type: text/plain", "Content-Type: text/html", "Auto-Submitted: auto-generated");
    }

    @Test
    void what_has_come_together_is_one_mail_of_text_and_html_and_one_post() throws Exception {
        add(ben, "ben@club.example");
        add(ben, at("/hook"));
        database.run(EPISODE + """
                update access.channel set digest_at = '2026-11-20 06:00Z';
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before, held_for)
                select e.id, 'AMBER', r.recipient, r.channel, e.id || r.channel,
                       jsonb_build_object('id', e.id, 'athlete', e.athlete, 'step', 'AMBER', 'status', 'AMBER',
                           'cause', 'FATIGUE', 'why', 'Heart rate < usual.'), '2026-11-20 05:00Z', '2026-11-20 05:00Z', 'BUDGET'
                from ledger.episode e, ledger.recipients(e.athlete) r where e.id = 'anna.2026-11-15.fatigue'
                """);
        await().until(() -> database.ask("select count(*) from ledger.delivery where state = 'SENT'")
                .equals("2"));
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("/hook {\"alerts\":[{")
                .contains("\"heldBack\":1");
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("1 athlete needs a look");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("Content-Type: text/plain", "anna: amber, fatigue suspected.", "Heart rate < usual.")
                .contains("Content-Type: text/html", "<p>anna: amber, fatigue suspected.</p>", "Heart rate &lt; usual.")
                .contains("1 was held back until now by your weekly budget of messages.", coach.address() + "/");
    }

    private static GreenMail started() {
        GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        post.start();
        return post;
    }

    private java.net.http.HttpResponse<String> add(ASignedInVisitor who, String address) {
        return who.post(PAGE, "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }
}
