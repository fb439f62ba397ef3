package freshlegs.coach.tell;

import freshlegs.coach.SmtpSettings;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.channel.ChannelAddress;
import freshlegs.coach.channel.Kind;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.channel.Post;
import freshlegs.coach.channel.Posts;
import freshlegs.coach.channel.PushPost;
import freshlegs.coach.outgoing.Outgoing;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.read.DatabaseAway;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one channel of something and notes with it how that went; one that fails rests longer each time. */
public final class ChannelSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);
    /** How a push service says that a browser has gone (RFC 8030). */
    private static final Set<Integer> ENDED = Set.of(404, 410);

    private final Channels channels;
    private final PushPost push;
    private final Outgoing outgoing;
    private final Optional<Mailer> mailer;
    private final Patience patience;
    private final Clock clock;
    private final TellMeters meters;

    ChannelSender(
            Channels channels,
            PushPost push,
            Outgoing outgoing,
            Optional<Mailer> mailer,
            Patience patience,
            Clock clock) {
        this(channels, push, outgoing, mailer, patience, clock, TellMeters.unseen());
    }

    private ChannelSender(
            Channels channels,
            PushPost push,
            Outgoing outgoing,
            Optional<Mailer> mailer,
            Patience patience,
            Clock clock,
            TellMeters meters) {
        this.meters = meters;
        this.channels = channels;
        this.push = push;
        this.outgoing = outgoing;
        this.mailer = mailer;
        this.patience = patience;
        this.clock = clock;
    }

    public static ChannelSender start(
            Channels channels, PushPost push, Reachable reachable, Optional<SmtpSettings> smtp, Clock clock) {
        return start(channels, push, reachable, smtp, clock, TellMeters.unseen());
    }

    public static ChannelSender start(
            Channels channels,
            PushPost push,
            Reachable reachable,
            Optional<SmtpSettings> smtp,
            Clock clock,
            TellMeters meters) {
        Patience patience = Patience.USUAL;
        return new ChannelSender(
                channels,
                push,
                Outgoing.start(reachable, patience.timeLimit()),
                smtp.map(server -> new Mailer(server, patience.timeLimit())),
                patience,
                clock,
                meters);
    }

    /** Why nothing can be sent to an address as it is now; a mailbox's own server is not connected to from here. */
    public Optional<String> whyNot(ChannelAddress address) {
        return address.kind() == Kind.MAIL ? Optional.empty() : outgoing.whyNot(address.target());
    }

    /** Says that this is a test; {@link Channels} knows how it went. */
    public void test(Channel channel, Sayings sayings) throws InterruptedException {
        tell(
                channel,
                new Notice(
                        "test/" + UUID.randomUUID(),
                        clock.instant(),
                        false,
                        sayings.say("messages.test.title"),
                        List.of(sayings.say("messages.test.line")),
                        Optional.empty(),
                        "{\"step\":\"TEST\"}"));
    }

    Told tell(Channel channel, Notice notice) throws InterruptedException {
        Told told = channel.address().kind() == Kind.MAIL ? mail(channel, notice) : post(channel, notice);
        meters.tried(channel.address().kind().word(), told instanceof Told.Received);
        return told;
    }

    private Told mail(Channel channel, Notice notice) {
        if (mailer.isEmpty()) {
            return failed(channel, "no mail server is set (FRESHLEGS_SMTP)", Optional.empty());
        }
        try {
            mailer.get().send(channel.address().target().getSchemeSpecificPart(), notice);
            return received(channel);
        } catch (IOException e) {
            return failed(channel, String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Told post(Channel channel, Notice notice) throws InterruptedException {
        boolean browser = channel.address().kind() == Kind.PUSH;
        Post post =
                browser ? push.of(channel.address(), notice) : Posts.of(channel.address(), notice, channel.secret());
        try {
            Outgoing.Reply reply = outgoing.post(post.address(), post.type(), post.body(), post.headers());
            if (browser && ENDED.contains(reply.status())) {
                channels.pause(channel.account(), channel.id(), true);
                return failed(channel, "this browser takes no messages any more; add it anew there", Optional.empty());
            }
            return reply.isGood()
                    ? received(channel)
                    : failed(channel, "answered with status " + reply.status(), reply.retryAfter());
        } catch (IOException e) {
            return failed(channel, Outgoing.why(e), Optional.empty());
        }
    }

    /** It counts as received although the database is away, or it would be told twice. */
    private Told received(Channel channel) {
        try {
            channels.received(channel.id());
        } catch (DatabaseAway e) {
            LOG.debug("channel {} has received something, which could not be noted", channel.id(), e);
        }
        return new Told.Received();
    }

    private Told failed(Channel channel, String why, Optional<Duration> asked) {
        Duration pause = patience.pauseAfter(channel.failures() + 1);
        Instant resume = clock.instant()
                .plus(asked.filter(wish -> wish.compareTo(pause) > 0).orElse(pause));
        channels.failed(channel.id(), why, resume);
        return new Told.NotReceived(why);
    }

    @Override
    public void close() {
        outgoing.close();
    }
}
