package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;
import java.time.Clock;

/** Tells people where they want to be told. */
final class PeoplesChannels implements Receiver {
    private final Channels channels;
    private final ChannelSender sender;
    private final AlertNotice words;
    private final Clock clock;

    PeoplesChannels(Channels channels, ChannelSender sender, AlertNotice words, Clock clock) {
        this.channels = channels;
        this.sender = sender;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Told tell(Message message) throws InterruptedException {
        var channel = channels.byId(message.channel().substring(Channels.PREFIX.length()));
        return channel.isEmpty()
                ? new Told.NotReceived("the channel was removed")
                : sender.tell(channel.get(), words.of(message, clock.instant()));
    }
}
