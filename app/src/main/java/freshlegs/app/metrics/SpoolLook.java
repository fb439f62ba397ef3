package freshlegs.app.metrics;

import freshlegs.ingest.Spool;
import freshlegs.ingest.garmin.GarminStatus;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.relay.RelayStatus;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What waits in the spool, and how the connections to other people's servers stand. */
final class SpoolLook implements Look {
    private static final List<String> STATES = List.of("working", "catching-up", "in-trouble", "unauthorised");

    private final Path folder;
    private final Spool spool;
    private final OriginalFiles originals;
    private final boolean garmin;

    /** {@code garmin} is whether Garmin's own way is switched on. */
    SpoolLook(Path folder, Spool spool, OriginalFiles originals, boolean garmin) {
        this.folder = folder;
        this.originals = originals;
        this.spool = spool;
        this.garmin = garmin;
    }

    @Override
    public String source() {
        return "spool";
    }

    @Override
    public List<Metric> tells() {
        return List.of(Metrics.WAITING_FILES, Metrics.OWED_ORIGINALS, Metrics.CONNECTIONS);
    }

    @Override
    public void take(Readings readings) {
        readings.add(Metrics.WAITING_FILES, spool.pendingIds().size());
        readings.add(Metrics.OWED_ORIGINALS, originals.owed());
        Map<String, Integer> counts = new TreeMap<>();
        ConnectionBook.in(folder).of(Service.INTERVALS).stream()
                .map(connection -> RelayStatus.of(folder, connection))
                .forEach(status -> counts.merge("intervals/" + state(status), 1, Integer::sum));
        if (garmin) {
            GarminStatus.all(folder)
                    .forEach(status -> counts.merge(
                            "garmin/" + (status.trouble().isPresent() ? "in-trouble" : "working"), 1, Integer::sum));
        }
        for (Service service : Service.values()) {
            for (String state : STATES) {
                int count = counts.getOrDefault(service.key() + "/" + state, 0);
                readings.add(Metrics.CONNECTIONS, count, service.key(), state);
            }
        }
    }

    private static String state(RelayStatus status) {
        if (status.unauthorised()) {
            return "unauthorised";
        }
        if (status.trouble().isPresent()) {
            return "in-trouble";
        }
        return status.isCatchingUp() ? "catching-up" : "working";
    }
}
