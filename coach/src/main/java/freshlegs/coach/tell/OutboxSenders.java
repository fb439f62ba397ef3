package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.read.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A few senders side by side, so that a receiver that hangs holds up nobody else's messages. */
public final class OutboxSenders implements AutoCloseable {
    private static final int SENDERS = 4;

    private final List<OutboxSender> senders;
    private final Optional<Webhook> own;

    private OutboxSenders(List<OutboxSender> senders, Optional<Webhook> own) {
        this.senders = senders;
        this.own = own;
    }

    /** {@code webhook} is the operator's own, {@code console} where people open the console. */
    public static OutboxSenders start(
            Database database,
            Optional<URI> webhook,
            Channels channels,
            ChannelSender people,
            URI console,
            Clock clock) {
        return start(
                database,
                webhook,
                new PeoplesChannels(channels, people, new AlertNotice(console, Sayings.english()), clock),
                Patience.USUAL,
                clock);
    }

    static OutboxSenders start(
            Database database, Optional<URI> webhook, Receiver people, Patience patience, Clock clock) {
        Optional<Webhook> own = webhook.map(address -> new Webhook(address, patience.timeLimit()));
        Outbox outbox = new Outbox(database, own.map(hook -> Webhook.CHANNEL));
        Receiver receiver = message -> message.channel().startsWith(Channels.PREFIX)
                ? people.tell(message)
                : own.orElseThrow().tell(message);
        return new OutboxSenders(
                Stream.generate(() -> OutboxSender.start(outbox, receiver, patience, clock))
                        .limit(SENDERS)
                        .toList(),
                own);
    }

    @Override
    public void close() {
        senders.forEach(OutboxSender::stop);
        senders.forEach(OutboxSender::close);
        own.ifPresent(Webhook::close);
    }
}
