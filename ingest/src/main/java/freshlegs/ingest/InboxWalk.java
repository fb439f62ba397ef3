package freshlegs.ingest;

import freshlegs.ingest.InboxMemory.Sighting;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One walk through the folders of all athletes. Hidden files, half-copied ones and links are left alone; what cannot be read
 * never stops the rest.
 */
final class InboxWalk extends SimpleFileVisitor<Path> {
    private final Path inbox;
    private final AthleteId athlete;
    private final Path own;
    private final InboxNotices notices;
    private final Visitor visitor;

    /** Is shown every file that may be taken; {@code path} is its path below the data folder. */
    @FunctionalInterface
    interface Visitor {
        void see(AthleteId athlete, Path file, String path, Sighting sighting);
    }

    private InboxWalk(Path inbox, Path own, InboxNotices notices, Visitor visitor) {
        this.inbox = inbox;
        this.athlete = AthleteId.of(nameOf(own));
        this.own = own;
        this.notices = notices;
        this.visitor = visitor;
    }

    static void through(Path inbox, InboxNotices notices, Visitor visitor) throws IOException {
        try (Stream<Path> entries = Files.list(inbox)) {
            for (Path entry : entries.sorted().toList()) {
                if (isAthletes(entry, notices)) {
                    InboxWalk walk = new InboxWalk(inbox, entry, notices, visitor);
                    Files.walkFileTree(entry, EnumSet.noneOf(FileVisitOption.class), Inbox.DEEPEST + 1, walk);
                }
            }
        }
    }

    private static boolean isAthletes(Path entry, InboxNotices notices) {
        String name = nameOf(entry);
        if (InboxNames.isLeftAlone(name)) {
            return false;
        }
        if (Files.isSymbolicLink(entry)) {
            notices.tellOnce("inbox/{} is a link and left alone: let files come into a folder of their own", name);
        } else if (!Files.isDirectory(entry)) {
            notices.tellOnce("inbox/{} belongs to nobody: put it into inbox/<athlete>/", name);
        } else if (!AthleteId.isValid(name)) {
            notices.tellOnce("inbox/{} is no athlete's folder: ids have lower-case letters, digits, '-' and '_'", name);
        } else {
            return true;
        }
        return false;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean skipped = !directory.equals(own) && InboxNames.isLeftAlone(nameOf(directory));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (InboxNames.isLeftAlone(nameOf(file))) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isRegularFile()) {
            visitor.see(athlete, file, pathOf(file), Sighting.of(attributes));
        } else if (attributes.isDirectory()) {
            notices.tellOnce(
                    "{} lies more than " + Inbox.DEEPEST + " folders deep and is not looked into", pathOf(file));
        } else {
            notices.tellOnce("{} is a link or no ordinary file and left alone", pathOf(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        notices.tellOnce("{} cannot be read", pathOf(file));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @SuppressWarnings("NullAway") IOException failure) {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
    }

    private String pathOf(Path file) {
        return "inbox/" + inbox.relativize(file).toString().replace('\\', '/');
    }

    private static String nameOf(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }
}
