package freshlegs.app.service;

import static freshlegs.app.setting.Catalogue.GARMIN;
import static freshlegs.app.setting.Catalogue.GARMIN_CLIENT_ID;
import static freshlegs.app.setting.Catalogue.GARMIN_KEY;
import static freshlegs.app.setting.Catalogue.INTERVALS_URL;
import static freshlegs.app.setting.Catalogue.RELAY_INTERVAL;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.Erasure;
import freshlegs.ingest.IntakeMeters;
import freshlegs.ingest.Spool;
import freshlegs.ingest.garmin.GarminDoor;
import freshlegs.ingest.garmin.GarminSettings;
import freshlegs.ingest.garmin.GarminWorker;
import freshlegs.ingest.http.Door;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.relay.Politeness;
import freshlegs.ingest.relay.RelaySettings;
import freshlegs.ingest.relay.RelayWorker;
import freshlegs.ingest.remote.Secret;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.topic.KafkaAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What brings files from other people's servers, and workouts to them, while a service runs. */
final class Connectors {
    private static final String KEY = "[A-Za-z0-9_-]{20,200}";

    private final DataFolder folder;
    private final OriginalFiles originals;
    private final Settings settings;
    private final Clock clock;
    private final IntakeMeters meters;

    Connectors(DataFolder folder, OriginalFiles originals, Settings settings, Clock clock, IntakeMeters meters) {
        this.meters = meters;
        this.originals = originals;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses to begin with a Garmin adapter whose address anybody could guess. */
    static void check(Settings settings) {
        boolean isGuarded =
                settings.get(GARMIN_KEY).filter(key -> key.matches(KEY)).isPresent();
        if (settings.get(GARMIN) && !isGuarded) {
            throw Problem.wrongUse("FRESHLEGS_GARMIN is on, so FRESHLEGS_GARMIN_KEY must be a secret word of 20 to 200"
                    + " letters, digits, '-' or '_', such as `openssl rand -hex 24` makes.");
        }
    }

    /** Addresses of their own that they need on the intake's server. */
    List<Door> doors() {
        return garmin().<Door>map(GarminDoor::new).stream().toList();
    }

    void start(KafkaAddress kafka, ComingWorkouts plan, Closing closing) {
        Spool spool = Spool.at(folder.root(), originals, settings.limits(), clock, meters);
        closing.add(RelayWorker.start(
                new RelaySettings(
                        folder.root(),
                        settings.get(INTERVALS_URL),
                        settings.get(RELAY_INTERVAL),
                        settings.limits(),
                        clock,
                        Politeness.standard(seed())),
                spool,
                plan));
        garmin().ifPresent(adapter -> {
            Erasure erasure = closing.add(Erasure.of(spool, kafka));
            closing.add(GarminWorker.start(adapter, spool, erasure));
        });
    }

    private Optional<GarminSettings> garmin() {
        return settings.get(GARMIN_KEY)
                .filter(key -> settings.get(GARMIN))
                .map(key -> GarminSettings.standard(
                        folder.root(),
                        new Secret(key),
                        settings.get(GARMIN_CLIENT_ID),
                        settings.limits(),
                        clock,
                        seed()));
    }

    /** Each installation waits a little differently. */
    private long seed() {
        return folder.root().hashCode() * 31L + clock.millis();
    }
}
