package freshlegs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.model.topic.KafkaAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaAwayTest {
    @Test
    void a_worker_may_start_before_there_is_a_broker() throws Exception {
        WarehouseWorker early = WarehouseWorker.start(new WarehouseSettings(
                KafkaAddress.of("no-such-host.invalid:9092"),
                ADatabase.fresh().address(),
                List.of(),
                Duration.ZERO,
                Clock.systemUTC()));

        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(early::isRunning);
        early.close();

        assertThat(early.isRunning()).isFalse();
    }
}
