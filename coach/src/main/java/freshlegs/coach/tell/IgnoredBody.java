package freshlegs.coach.tell;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads nothing of an answer's body, however long or slow it is: the status has said it all, and waiting for the rest could
 * only turn a message that was received into one that is sent twice.
 */
final class IgnoredBody implements BodySubscriber<Void> {
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    @Override
    @SuppressWarnings("NullAway") // the library's type says Void where it means nothing
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription body) {
        done.complete(null);
        body.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {}

    @Override
    public void onError(Throwable trouble) {
        done.complete(null);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }
}
