package freshlegs.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's own process: formats its storage once, serves, and stops when its standard input ends. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: the broker's properties file and the folder of its storage. */
    public static void main(String[] arguments) {
        stopWithParent(System.in);
        Path properties = Path.of(arguments[0]);
        Path storage = Path.of(arguments[1]);
        if (!Files.exists(storage.resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    private static void format(Path properties) {
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", properties.toString()};
        int failed = StorageTool.execute(command, System.out);
        if (failed != 0) {
            System.exit(failed);
        }
    }

    private static void stopWithParent(InputStream parent) {
        Thread watchdog = new Thread(
                () -> {
                    try {
                        parent.transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        System.err.println("The parent's pipe broke: " + e.getMessage());
                    }
                    System.exit(0);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
