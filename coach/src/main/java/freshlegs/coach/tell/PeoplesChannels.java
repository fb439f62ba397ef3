package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.channel.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells people where they want to be told. */
final class PeoplesChannels implements Courier {
    private final Channels channels;
    private final Deliveries deliveries;
    private final ChannelSender sender;
    private final AlertNotice alerts;
    private final Readers readers;
    private final List<Occasion> occasions;
    private final Clock clock;

    PeoplesChannels(
            Channels channels,
            Deliveries deliveries,
            ChannelSender sender,
            AlertNotice alerts,
            Readers readers,
            List<Occasion> occasions,
            Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.sender = sender;
        this.alerts = alerts;
        this.readers = readers;
        this.occasions = List.copyOf(occasions);
        this.clock = clock;
    }

    @Override
    public Told tell(Delivery delivery) throws InterruptedException {
        var channel = channels.byId(delivery.channelId());
        if (channel.isEmpty()) {
            return new Told.NotReceived("the channel was removed");
        }
        Optional<Notice> words = words(delivery, channel.get());
        return words.isEmpty() ? new Told.NoLongerTrue() : sender.tell(channel.get(), words.get());
    }

    private Optional<Notice> words(Delivery delivery, Channel channel) {
        return switch (delivery.kind()) {
            case Delivery.ALERT ->
                deliveries.payloads(delivery).stream().findFirst().map(payload -> alert(delivery, channel, payload));
            default ->
                occasions.stream()
                        .filter(occasion -> occasion.kind().equals(delivery.kind()))
                        .findFirst()
                        .flatMap(occasion -> occasion.words(
                                delivery.account(), delivery.subject(), delivery.key(), clock.instant()));
        };
    }

    private Notice alert(Delivery delivery, Channel channel, String payload) {
        Instant now = clock.instant();
        return alerts.of(delivery.key(), payload, readers.of(channel, AlertNotice.alert(payload), now), now);
    }
}
