package freshlegs.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps files that brought nothing, each with its reason; a path is never taken from a stranger's text. */
final class SetAside {
    private static final int LONGEST_NAME = 100;

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

    private static String safe(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^\\.+", "_");
        String kept = safe.isBlank() ? "unnamed" : safe;
        return kept.substring(Math.max(0, kept.length() - LONGEST_NAME));
    }
}
