package freshlegs.app.chaos;

import freshlegs.app.cli.Freshlegs;
import freshlegs.app.cli.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The program with a clock that is wrong by as much as a file says, while it runs. */
public final class ShiftedMain {
    /** The variable that names the file; a process with it starts here. */
    static final String FILE = "TEST_CLOCK_FILE";

    private ShiftedMain() {}

    public static void main(String[] arguments) {
        Shell shell = new Shell(
                System.out,
                System.err,
                System.getenv(),
                new Shifted(Path.of(System.getenv(FILE)), ZoneOffset.UTC),
                false);
        System.exit(Freshlegs.execute(shell, arguments));
    }

    /** All processes with this file go wrong at the same moment. */
    static void set(Path file, Duration offset) throws IOException {
        Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".fresh"), offset.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static final class Shifted extends Clock {
        private final Path file;
        private final ZoneId zone;

        private Shifted(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Shifted(file, other);
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
