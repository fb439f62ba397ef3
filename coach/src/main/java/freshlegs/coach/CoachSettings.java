package freshlegs.coach;

import freshlegs.coach.keep.Periods;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.ClientMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Where the console listens and reads, which webhook is told of alerts, if any, and how files are handed over, and who takes answers
 * to alerts, if anybody does. {@code port} 0
 * takes a free one; {@code clock} decides how old things look and when a message is due,
 * and its zone when people are told who have chosen none; {@code outside} is how other machines reach it,
 * {@code oidc} who vouches for people, {@code reachable} which addresses people's channels may have,
 * {@code smtp} what sends mail, {@code periods} how long what people did is kept, {@code meters} where it counts what it does.
 */
public record CoachSettings(
        DatabaseAddress database,
        String host,
        int port,
        Optional<URI> webhook,
        WaysIn waysIn,
        Optional<Answers> answers,
        Clock clock,
        Outside outside,
        Optional<OidcSettings> oidc,
        Reachable reachable,
        Optional<SmtpSettings> smtp,
        Periods periods,
        MeterRegistry meters) {
    /** One of which nobody sees what it counts. */
    public CoachSettings(
            DatabaseAddress database,
            String host,
            int port,
            Optional<URI> webhook,
            WaysIn waysIn,
            Optional<Answers> answers,
            Clock clock,
            Outside outside,
            Optional<OidcSettings> oidc,
            Reachable reachable,
            Optional<SmtpSettings> smtp) {
        this(
                database,
                host,
                port,
                webhook,
                waysIn,
                answers,
                clock,
                outside,
                oidc,
                reachable,
                smtp,
                Periods.usual(),
                ClientMeters.nobody());
    }

    /** Reached from this machine, or straight over the network. */
    public CoachSettings(
            DatabaseAddress database,
            String host,
            int port,
            Optional<URI> webhook,
            WaysIn waysIn,
            Optional<Answers> answers,
            Clock clock) {
        this(
                database,
                host,
                port,
                webhook,
                waysIn,
                answers,
                clock,
                Outside.none(),
                Optional.empty(),
                Reachable.publicOnly(),
                Optional.empty());
    }

    public CoachSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the console needs a host to listen on, such as 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the console's port must lie between 0 and 65535: " + port);
        }
        webhook.ifPresent(CoachSettings::check);
    }

    /** The address is not printed whole: its path often holds a secret. */
    private static void check(URI webhook) {
        String scheme = webhook.getScheme() == null ? "" : webhook.getScheme();
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || webhook.getHost() == null || webhook.getHost().isBlank()) {
            throw new IllegalArgumentException("the webhook must be a whole http or https address with a host");
        }
        if (webhook.getUserInfo() != null) {
            throw new IllegalArgumentException("the webhook's address must not hold a user name or password");
        }
    }

    @Override
    public String toString() {
        return "CoachSettings[" + database + ", " + host + ":" + port + ", webhook "
                + webhook.map(URI::getHost).orElse("none") + "]";
    }
}
