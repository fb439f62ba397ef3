package freshlegs.streams;

import freshlegs.model.topic.LetterRecord;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** A record that cannot be read goes to the dead letters in the same transaction, and its partition moves on. */
public final class UnreadableHandler implements DeserializationExceptionHandler {
    private final LogAndContinueExceptionHandler toDeadLetters = new LogAndContinueExceptionHandler();

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception exception) {
        String place = LetterRecord.place(unreadable.topic(), unreadable.partition(), unreadable.offset());
        return Response.resume(
                toDeadLetters.handleError(context, unreadable, exception).deadLetterQueueRecords().stream()
                        .map(letter -> LetterRecord.of(letter, place))
                        .toList());
    }

    @Override
    public void configure(Map<String, ?> configs) {
        toDeadLetters.configure(configs);
    }
}
