package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.tell.Deliveries.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Tells people where they want to be told. */
final class PeoplesChannels implements Courier {
    private static final int WRITERS = 2;

    private final Channels channels;
    private final Deliveries deliveries;
    private final ChannelSender sender;
    private final AlertNotice alerts;
    private final DigestNotice digests;
    private final Readers readers;
    private final List<Occasion> occasions;
    private final Clock clock;
    private final Semaphore writing = new Semaphore(WRITERS, true);

    PeoplesChannels(
            Channels channels,
            Deliveries deliveries,
            ChannelSender sender,
            AlertNotice alerts,
            DigestNotice digests,
            Readers readers,
            List<Occasion> occasions,
            Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.sender = sender;
        this.alerts = alerts;
        this.digests = digests;
        this.readers = readers;
        this.occasions = List.copyOf(occasions);
        this.clock = clock;
    }

    @Override
    public Told tell(Delivery delivery) throws InterruptedException {
        Optional<Channel> channel = channels.byId(delivery.channelId());
        if (channel.isEmpty()) {
            return new Told.NotReceived("the channel was removed");
        }
        Optional<Notice> words = written(delivery, channel.get());
        return words.isEmpty() ? new Told.NoLongerTrue() : sender.tell(channel.get(), words.get());
    }

    /** A few at a time: what it takes is asked of the database, which all pages share. */
    private Optional<Notice> written(Delivery delivery, Channel channel) throws InterruptedException {
        writing.acquire();
        try {
            return words(delivery, channel);
        } finally {
            writing.release();
        }
    }

    private Optional<Notice> words(Delivery delivery, Channel channel) {
        Instant now = clock.instant();
        return switch (delivery.kind()) {
            case Delivery.ALERT ->
                deliveries.contents(delivery).stream()
                        .findFirst()
                        .map(content -> alerts.of(delivery.key(), content.json(), reader(channel, content, now), now));
            case Delivery.DIGEST ->
                Optional.of(deliveries.contents(delivery))
                        .filter(contents -> !contents.isEmpty())
                        .map(contents -> digests.of(delivery, contents, content -> reader(channel, content, now), now));
            default ->
                occasions.stream()
                        .filter(occasion -> occasion.kind().equals(delivery.kind()))
                        .findFirst()
                        .flatMap(occasion ->
                                occasion.words(delivery.account(), delivery.subject(), delivery.key(), now));
        };
    }

    private Reader reader(Channel channel, Content content, Instant now) {
        return readers.of(channel, AlertNotice.alert(content.json()), now);
    }
}
