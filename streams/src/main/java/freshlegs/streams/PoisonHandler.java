package freshlegs.streams;

import freshlegs.model.topic.LetterRecord;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that cannot be processed goes to the dead letters in the same transaction and its partition moves on; a store or a
 * broker that fails stops the worker, and so does anything that no single record is to blame for.
 */
public final class PoisonHandler implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

    private final LogAndContinueProcessingExceptionHandler toDeadLetters =
            new LogAndContinueProcessingExceptionHandler();

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> message, Exception exception) {
        if (message == null || (context.sourceRawKey() == null && context.sourceRawValue() == null)) {
            return Response.fail();
        }
        return worldFailed(exception) ? Response.fail() : deadLetter(context, message, exception);
    }

    private Response deadLetter(ErrorHandlerContext context, Record<?, ?> message, Exception exception) {
        String place = LetterRecord.place(context.topic(), context.partition(), context.offset());
        List<ProducerRecord<byte[], byte[]>> letters =
                toDeadLetters.handleError(context, message, exception).deadLetterQueueRecords().stream()
                        .map(letter -> LetterRecord.of(letter, place))
                        .toList();
        LOG.atWarn()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("cause", exception.getClass().getSimpleName())
                .log("record becomes a dead letter");
        return Response.resume(letters);
    }

    private static boolean worldFailed(Throwable exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        toDeadLetters.configure(configs);
    }
}
