package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.trend;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {
    @Test
    void what_is_published_while_the_database_is_away_is_there_when_it_is_back(@TempDir Path folder) throws Exception {
        int port = freePort();
        EmbeddedPostgres server = server(folder, port);
        try (AWarehouse warehouse = AWarehouse.stopped(ADatabase.freshOn(server))) {
            WarehouseWorker worker = warehouse.start();
            warehouse.publishAndSettle(trend(ANNA, day("2026-11-19"), 80));

            server.close();
            warehouse.publish(trend(ANNA, day("2026-11-20"), 81));
            server = server(folder, port);
            warehouse.settle();

            assertThat(worker.isRunning()).isTrue();
            assertThat(warehouse.rows("select load from freshlegs.trend_day order by date"))
                    .containsExactly("80", "81");
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
