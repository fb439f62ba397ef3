package freshlegs.coach.page;

import freshlegs.coach.access.Channels;
import freshlegs.coach.channel.Kind;
import java.util.List;
import java.util.Optional;

/** Where somebody is told of alerts, and how each place does; {@code pushKey} is what a browser asks its push service with. */
public record ChannelsPage(List<Line> lines, String pushKey, Optional<String> trouble) {
    /** One of them: where without what opens it, and how it does as the key of a sentence with its details. */
    public record Line(
            String id,
            String kind,
            String where,
            String state,
            List<String> details,
            boolean paused,
            Optional<String> secret) {
        public Object[] told() {
            return details.toArray();
        }
    }

    public static ChannelsPage of(
            List<Channels.Channel> channels, String pushKey, Optional<String> trouble, Voice voice) {
        return new ChannelsPage(
                channels.stream().map(channel -> line(channel, voice)).toList(), pushKey, trouble);
    }

    private static Line line(Channels.Channel channel, Voice voice) {
        String kind = "messages.kind." + channel.address().kind().word();
        Optional<String> secret =
                Optional.of(channel.secret()).filter(own -> channel.address().kind() == Kind.WEBHOOK);
        String where = channel.address().shown();
        if (channel.paused()) {
            return new Line(channel.id(), kind, where, "messages.paused", List.of(), true, secret);
        }
        if (channel.failures() > 0) {
            List<String> details = List.of(
                    String.valueOf(channel.failures()),
                    channel.lastError().orElse(""),
                    channel.resumeAt().map(voice::moment).orElse(""));
            return new Line(channel.id(), kind, where, "messages.failing", details, false, secret);
        }
        return channel.receivedAt()
                .map(at ->
                        new Line(channel.id(), kind, where, "messages.works", List.of(voice.moment(at)), false, secret))
                .orElseGet(() -> new Line(channel.id(), kind, where, "messages.untried", List.of(), false, secret));
    }
}
