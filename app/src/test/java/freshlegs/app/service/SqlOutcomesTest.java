package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.http.OutcomeLookup;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SqlOutcomesTest {
    private static final AthleteId ANNA = AthleteId.of("anna");

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void a_database_that_takes_the_call_and_says_nothing_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/freshlegs", "f", "f");

            OutcomeLookup.Answer answer = new SqlOutcomes(address, Duration.ofSeconds(1)).find(ANNA, "x");

            assertThat(answer).isInstanceOfSatisfying(OutcomeLookup.Unknown.class, unknown -> assertThat(unknown.note())
                    .contains("ask again"));
        }
    }
}
