package freshlegs.app.embedded;

import java.util.List;
import java.util.stream.Collectors;

/** How the embedded PostgreSQL is set: loopback only, no socket file, small memory, no compiled queries, passwords of people's roles well hashed. */
final class PostgresOptions {
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "max_connections=60",
            "shared_buffers=64MB",
            "max_wal_size=256MB",
            "jit=off",
            "scram_iterations=4096",
            "log_min_messages=warning",
            "timezone=UTC");

    private PostgresOptions() {}

    static String text(int port) {
        return ALWAYS.stream().map(option -> "-c " + option).collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }
}
