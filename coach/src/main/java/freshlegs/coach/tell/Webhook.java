package freshlegs.coach.tell;

import freshlegs.coach.channel.Posts;
import freshlegs.coach.outgoing.Outgoing;
import freshlegs.coach.outgoing.Reachable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The operator's own receiver of messages, wherever it lies: one POST each. */
final class Webhook implements Receiver, AutoCloseable {
    static final String CHANNEL = "webhook";

    private final URI address;
    private final Outgoing outgoing;

    Webhook(URI address, Duration timeLimit) {
        this.address = address;
        this.outgoing = Outgoing.start(Reachable.everything(), timeLimit);
    }

    @Override
    public Told tell(Message message) throws InterruptedException {
        try {
            Outgoing.Reply reply = outgoing.post(
                    address,
                    "application/json",
                    message.json().getBytes(StandardCharsets.UTF_8),
                    Map.of(Posts.KEY_HEADER, message.idempotencyKey()));
            return reply.isGood()
                    ? new Told.Received()
                    : new Told.NotReceived("answered with status " + reply.status());
        } catch (IOException e) {
            return new Told.NotReceived(Outgoing.why(e));
        }
    }

    @Override
    public void close() {
        outgoing.close();
    }
}
