package freshlegs.coach.tell;

import freshlegs.coach.SmtpSettings;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Engine;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
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
                .withProperties(limits(settings.server().getScheme(), new TimedSockets(timeLimit)))
                .buildMailer();
    }

    /** A mail that was taken counts as sent whether the server says good-bye or not. */
    private static Properties limits(String scheme, TimedSockets sockets) {
        Properties limits = new Properties();
        for (String factory : List.of(".socketFactory", ".ssl.socketFactory")) {
            limits.put("mail." + scheme + factory, sockets);
        }
        limits.put("mail." + scheme + ".socketFactory.fallback", "false");
        limits.put("mail." + scheme + ".quitwait", "false");
        return limits;
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
            throw new IOException(why(e), e);
        }
    }

    private static String why(Exception trouble) {
        List<Throwable> causes = Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
            return "the mail server did not answer in time";
        }
        return causes.stream()
                        .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException)
                ? "the mail server cannot be reached"
                : "the mail server did not take it";
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
