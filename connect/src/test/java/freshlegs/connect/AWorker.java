package freshlegs.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder.Created;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;

/** A real standalone worker of Kafka Connect in this process, without its REST server. */
final class AWorker implements AutoCloseable {
    private final StandaloneHerder herder;

    private AWorker(StandaloneHerder herder) {
        this.herder = herder;
    }

    static AWorker start(String bootstrapServers, Path folder) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put(
                "offset.storage.file.filename",
                Files.createFile(folder.resolve("offsets")).toString());
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("plugin.discovery", "service_load");
        Plugins plugins = new Plugins(settings);
        plugins.compareAndSwapWithDelegatingLoader();
        JsonConverter ofOffsets = new JsonConverter();
        ofOffsets.configure(Map.of("schemas.enable", "false"), true);
        var policy = new AllConnectorClientConfigOverridePolicy();
        StandaloneConfig config = new StandaloneConfig(settings);
        FileOffsetBackingStore offsets = new FileOffsetBackingStore(ofOffsets);
        offsets.configure(config);
        Worker worker = new Worker("worker", Time.SYSTEM, plugins, config, offsets, policy);
        StandaloneHerder herder = new StandaloneHerder(worker, "cluster", policy);
        herder.start();
        return new AWorker(herder);
    }

    void run(Map<String, String> connector) throws Exception {
        var created = new FutureCallback<Created<ConnectorInfo>>();
        herder.putConnectorConfig(connector.getOrDefault("name", ""), connector, false, created);
        created.get(60, TimeUnit.SECONDS);
    }

    /** What failed, with its trace. */
    List<String> failures(String connector) {
        List<String> failures = new ArrayList<>();
        ConnectorStateInfo status = herder.connectorStatus(connector);
        status.tasks().stream()
                .filter(task -> task.state().equals("FAILED"))
                .forEach(task -> failures.add(String.valueOf(task.trace())));
        if (status.connector().state().equals("FAILED")) {
            failures.add(String.valueOf(status.connector().trace()));
        }
        return failures;
    }

    @Override
    public void close() {
        herder.stop();
    }
}
