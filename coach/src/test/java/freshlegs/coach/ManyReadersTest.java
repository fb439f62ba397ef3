package freshlegs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More readers at once than there are connections, for longer than a database that is away is waited for. */
class ManyReadersTest {
    private static final int READERS = 48;
    private static final long WAIT_SECONDS = 60;

    @Test
    void whoever_comes_when_all_connections_are_taken_waits_and_is_served() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (TestDatabase database = TestDatabase.withSquad()) {
            List<Future<Boolean>> served = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                served.add(readers.submit(() -> database.database().read(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("select pg_sleep(0.4)");
                    }
                })));
            }
            for (Future<Boolean> each : served) {
                assertThat(each.get(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            readers.shutdownNow();
        }
    }
}
