package freshlegs.ingest.relay;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of an answer as far as it is not too long; then the connection is given up and the failure says so. */
final class BoundedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> inner;
    private final long mostBytes;
    private final Supplier<? extends Throwable> failure;

    private @Nullable Subscription subscription;
    private long bytes;
    private boolean isOver;

    BoundedBody(BodySubscriber<T> inner, long mostBytes, Supplier<? extends Throwable> failure) {
        this.inner = inner;
        this.mostBytes = mostBytes;
        this.failure = failure;
    }

    @Override
    public CompletionStage<T> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        inner.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes <= mostBytes) {
            inner.onNext(part);
        } else if (!isOver) {
            isOver = true;
            if (subscription != null) {
                subscription.cancel();
            }
            inner.onError(failure.get());
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (!isOver) {
            inner.onError(cause);
        }
    }

    @Override
    public void onComplete() {
        if (!isOver) {
            inner.onComplete();
        }
    }
}
