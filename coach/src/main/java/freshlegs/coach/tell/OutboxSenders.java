package freshlegs.coach.tell;

import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Shares;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.read.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Those who tell: a few senders for the operator's own webhook, if there is one, and couriers for people's channels. */
public final class OutboxSenders implements AutoCloseable {
    private static final int SENDERS = 4;

    private final List<OutboxSender> senders;
    private final Optional<Webhook> own;
    private final Couriers couriers;

    private OutboxSenders(List<OutboxSender> senders, Optional<Webhook> own, Couriers couriers) {
        this.senders = senders;
        this.own = own;
        this.couriers = couriers;
    }

    /**
     * {@code webhook} is the operator's own, {@code acts} what can be answered from a message, if anything, {@code console} where people
     * open the console.
     */
    public static OutboxSenders start(
            Database database,
            Optional<URI> webhook,
            Channels channels,
            ChannelSender people,
            List<Occasion> occasions,
            Optional<Acts> acts,
            URI console,
            Clock clock,
            TellMeters meters) {
        AccountManners manners = new AccountManners(database, clock.getZone());
        Deliveries deliveries = new Deliveries(database, manners);
        AlertNotice alerts = new AlertNotice(console, Sayings.english());
        DigestNotice digests = new DigestNotice(alerts, console, Sayings.english());
        Readers readers = new Readers(database, new Shares(database, clock), acts, console, Sayings.english());
        return start(
                database,
                webhook,
                new PeoplesChannels(channels, deliveries, people, alerts, digests, readers, occasions, clock),
                occasions,
                Patience.USUAL,
                clock,
                meters);
    }

    static OutboxSenders start(
            Database database,
            Optional<URI> webhook,
            Courier people,
            List<Occasion> occasions,
            Patience patience,
            Clock clock) {
        return start(database, webhook, people, occasions, patience, clock, TellMeters.unseen());
    }

    private static OutboxSenders start(
            Database database,
            Optional<URI> webhook,
            Courier people,
            List<Occasion> occasions,
            Patience patience,
            Clock clock,
            TellMeters meters) {
        FileToMessage way = new FileToMessage(database, meters);
        Optional<Webhook> own = webhook.map(address -> new Webhook(address, patience.timeLimit()));
        AccountManners manners = new AccountManners(database, clock.getZone());
        Outbox outbox = new Outbox(database);
        List<OutboxSender> senders = own.stream()
                .flatMap(hook -> Stream.generate(() -> OutboxSender.start(outbox, hook, patience, clock, meters, way))
                        .limit(SENDERS))
                .toList();
        return new OutboxSenders(
                senders,
                own,
                Couriers.start(
                        new Dispatch(database, manners, occasions),
                        new Deliveries(database, manners),
                        people,
                        patience,
                        clock,
                        way));
    }

    public boolean isRunning() {
        return couriers.isRunning() && senders.stream().allMatch(OutboxSender::isRunning);
    }

    @Override
    public void close() {
        senders.forEach(OutboxSender::stop);
        couriers.stop();
        senders.forEach(OutboxSender::close);
        couriers.close();
        own.ifPresent(Webhook::close);
    }
}
