package freshlegs.model.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class NewsOfTopicsTest {
    @Test
    void a_broker_that_does_not_know_yet_is_asked_again() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        String answer = NewsOfTopics.awaited(() -> {
            if (asked.incrementAndGet() < 3) {
                throw new ExecutionException(new UnknownTopicOrPartitionException("not yet"));
            }
            return "12 partitions";
        });
        assertThat(answer).isEqualTo("12 partitions");
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_is_refused_is_refused_at_once() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> NewsOfTopics.awaited(() -> {
                    asked.incrementAndGet();
                    throw new ExecutionException(new TopicAuthorizationException("no"));
                }))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(asked).hasValue(1);
    }
}
