package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import freshlegs.coach.SmtpSettings;
import freshlegs.coach.channel.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailReceiversTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Notice NOTICE = new Notice(
            "the-key",
            Instant.parse("2026-11-20T12:00:00Z"),
            true,
            "anna: red",
            List.of("Heart rate up."),
            Optional.empty(),
            "{}");

    private final GreenMail post = started();

    private static GreenMail started() {
        GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        post.start();
        return post;
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_arrives_and_repeats_are_one_to_whoever_looks_at_its_id_from_a_server_that(MailHabit habit)
            throws Exception {
        try (AMailRelay relay = AMailRelay.before(post.getSmtp().getPort(), habit)) {
            Mailer mailer = mailer(relay.port());
            if (habit.trouble().isPresent()) {
                assertThatThrownBy(() -> mailer.send("ben@club.example", NOTICE))
                        .isInstanceOf(IOException.class)
                        .hasMessage(habit.trouble().get());
            } else {
                mailer.send("ben@club.example", NOTICE);
            }
            arrived(habit.arrived());
            if (habit.trouble().isPresent()) {
                relay.nowHas(MailHabit.ANSWERS);
                mailer.send("ben@club.example", NOTICE);
                arrived(habit.arrived() + 1);
            }
        }
        assertThat(Stream.of(post.getReceivedMessages())
                        .map(MailReceiversTest::id)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_server_that_is_not_there_is_said_not_to_be_reached() {
        int gone = post.getSmtp().getPort();
        post.stop();
        assertThatThrownBy(() -> mailer(gone).send("ben@club.example", NOTICE))
                .hasMessage("the mail server cannot be reached");
    }

    /** GreenMail throws where nobody listens when a mail breaks off. */
    private void arrived(int mails) {
        await().dontCatchUncaughtExceptions()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> post.getReceivedMessages().length == mails);
    }

    private static Mailer mailer(int port) {
        return new Mailer(new SmtpSettings(URI.create("smtp://127.0.0.1:" + port), "legs@freshlegs.example"), LIMIT);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
