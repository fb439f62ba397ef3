package freshlegs.ingest;

import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps files that brought nothing, each with its reason; a path is never taken from a stranger's text. */
final class SetAside {
    private static final int LONGEST_NAME = 100;
    /** Some systems take these for devices, whatever follows the first dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)\\d)(\\..*)?");

    private final SpoolFolders folders;
    private final Intake intake;

    SetAside(SpoolFolders folders, Intake intake) {
        this.folders = folders;
        this.intake = intake;
    }

    /** The same content under the same name again replaces itself; other content gets a name with its hash. */
    void keep(Ticket ticket, Path content, String reason) throws IOException {
        Path folder = Files.createDirectories(
                folders.setAside().resolve(ticket.athlete().value()));
        Path copy = folder.resolve(safe(ticket.fileName()));
        if (Files.exists(copy) && Files.mismatch(copy, content) >= 0) {
            copy = folder.resolve(ticket.sha256().substring(0, 12) + "-" + safe(ticket.fileName()));
        }
        Path temporary = intake.temporary();
        try {
            Files.copy(content, temporary);
            Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        byte[] text = (reason + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        DurableFiles.write(folder.resolve(copy.getFileName() + ".reason.txt"), text, intake.temporary());
    }

    /** Removes the copies that were kept for the ticket, known by their content. */
    void remove(Ticket ticket) throws IOException {
        Path folder = folders.setAside().resolve(ticket.athlete().value());
        String name = safe(ticket.fileName());
        for (String candidate : List.of(name, ticket.sha256().substring(0, 12) + "-" + name)) {
            Path copy = folder.resolve(candidate);
            if (Files.isRegularFile(copy) && hashOf(copy).equals(ticket.sha256())) {
                Files.deleteIfExists(folder.resolve(candidate + ".reason.txt"));
                Files.delete(copy);
            }
        }
    }

    private static String hashOf(Path file) throws IOException {
        MessageDigest hash = ContentHash.sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), hash)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** A name that no system takes for anything else. */
    static String safe(String given) {
        String safe = given.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^\\.+", "_");
        String kept = safe.isBlank() ? "unnamed" : safe;
        String name = kept.substring(Math.max(0, kept.length() - LONGEST_NAME));
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }
}
