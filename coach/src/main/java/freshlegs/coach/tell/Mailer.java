package freshlegs.coach.tell;

import freshlegs.coach.SmtpSettings;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Engine;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * Sends a notice as HTML and text. Its {@code Message-ID} follows from the notice's key, so that mail programs that drop a repeat
 * show one.
 */
final class Mailer {
    private final org.simplejavamail.api.mailer.Mailer mailer;
    private final String from;

    Mailer(SmtpSettings settings, Duration timeLimit) {
        TransportStrategy strategy = settings.encryptedFromTheStart()
                ? TransportStrategy.SMTPS
                : settings.password().isPresent() ? TransportStrategy.SMTP_TLS : TransportStrategy.SMTP;
        this.from = settings.from();
        this.mailer = MailerBuilder.withSMTPServer(
                        settings.server().getHost(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null))
                .withTransportStrategy(strategy)
                .withSessionTimeout((int) timeLimit.toMillis())
                .buildMailer();
    }

    /**
     * Sends and waits until the server has taken it.
     *
     * @throws IOException if it did not; whether it has it all the same is not known
     */
    void send(String mailbox, Notice notice) throws IOException {
        try {
            mailer.sendMail(mail(mailbox, notice)).join();
        } catch (MailException | CompletionException e) {
            throw new IOException("the mail server did not take it", e);
        }
    }

    private Email mail(String mailbox, Notice notice) {
        return EmailBuilder.startingBlank()
                .from("Freshlegs", from)
                .to(mailbox)
                .withSubject(notice.title())
                .withPlainText(notice.textWithActions())
                .withHTMLText(Engine.html("mail", Map.of("notice", notice)))
                .withHeader("Auto-Submitted", "auto-generated")
                .fixingSentDate(Date.from(notice.at()))
                .fixingMessageId("<" + ContentHash.of(notice.key().getBytes(StandardCharsets.UTF_8)) + "@"
                        + from.substring(from.indexOf('@') + 1) + ">")
                .buildEmail();
    }
}
