package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.channel.ABrowsersKeys;
import freshlegs.coach.channel.PushPost;
import freshlegs.coach.outgoing.HostileAddresses;
import freshlegs.coach.outgoing.Outgoing;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.coach.page.Sayings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No kind of channel leads anywhere that is not public, neither when it is added nor when something is sent. */
class HostileChannelsTest {
    private static final List<String> FORMS = List.of(
            "http://%s/hook",
            "https://%s/hook",
            "slack+http://%s/hook",
            "discord+http://%s/hook",
            "telegram+http://123:abcdefghijklmnop@%s/?chat=1",
            "ntfy+http://%s/topic",
            "ntfy+http://:token@%s/topic",
            ABrowsersKeys.fresh().address("http://%s/browser"));
    private static final String REFUSED = "(?s)This is no address that messages can be sent to.*"
            + "|Nothing can be sent there: the host lies in a network that is not public.*";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.empty();
    private final Channels channels = new Channels(database.database(), NOON);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_hostile_is_added_or_connected_to() throws Exception {
        database.run("insert into access.account (id, login, name, created_at) values ('ben', 'ben', 'Ben', now())");
        SoftAssertions all = new SoftAssertions();
        try (ServerSocket listening = new ServerSocket(0, 500, InetAddress.getByName("::"));
                ChannelSender sender = new ChannelSender(
                        channels,
                        new PushPost("https://legs.example", new PushKeys(database.database())::get),
                        Outgoing.start(Reachable.publicOnly(), Patience.USUAL.timeLimit()),
                        Optional.empty(),
                        Patience.USUAL,
                        NOON)) {
            for (String form : FORMS) {
                for (String host : HostileAddresses.all()) {
                    String address = String.format(form, host + ":" + listening.getLocalPort());
                    String told = told(address, sender);
                    all.assertThat(told).as(address).matches("no channel|.*is not public.*|no such host is known");
                    if (!told.equals("no such host is known")) {
                        all.assertThat(refusal(address, sender)).as(address).matches(REFUSED);
                    }
                }
            }
            all.assertAll();
            assertThat(connections(listening)).isZero();
        }
    }

    /** As somebody adds it. */
    private String refusal(String address, ChannelSender sender) {
        try {
            channels.add("ben", address, sender::whyNot);
            remove();
            return "added";
        } catch (Refusal refusal) {
            return refusal.sentence();
        }
    }

    /** As it would be told had it been added when its name stood for another address. */
    private String told(String address, ChannelSender sender) throws InterruptedException {
        try {
            channels.add("ben", address, any -> Optional.empty());
        } catch (Refusal refusal) {
            return "no channel";
        }
        try {
            sender.test(channels.of("ben").get(0), Sayings.english());
            return channels.of("ben").get(0).lastError().orElse("received");
        } finally {
            remove();
        }
    }

    private void remove() {
        channels.of("ben").forEach(channel -> channels.remove("ben", channel.id()));
    }

    private static int connections(ServerSocket listening) throws IOException {
        List<String> from = new ArrayList<>();
        listening.setSoTimeout(1);
        try {
            while (true) {
                try (var connection = listening.accept()) {
                    from.add(connection.toString());
                }
            }
        } catch (SocketTimeoutException nobody) {
            return from.size();
        }
    }
}
