package freshlegs.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded database's password: made once, readable by its owner only, so that other users of the machine stay out. */
final class DatabasePassword {
    private static final int BYTES = 16;

    private DatabasePassword() {}

    static Path file(Path folder) {
        return folder.resolve("password");
    }

    static String of(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(
                    folder,
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, fresh());
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    private static String fresh() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
